package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Token;
import io.ringwright.dialplan.LandingExtension;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a caller lands who is moved, with a scripted engine at the other end. */
@OnRealAsterisk
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LandingIT {

  private RealAsterisk pbx;

  @BeforeAll
  void boot() {
    pbx = RealAsterisk.boot();
  }

  @AfterAll
  void end() {
    pbx.close();
  }

  /** Asterisk counts on from the step at which a caller was who is moved between two steps. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 12, 13, 15, 22, 36})
  void a_caller_who_lands_at_any_step_is_asked_about_with_the_token(int step) throws Exception {
    Watch watch = new Watch(pbx);
    try (ScriptedEngine engine = ScriptedEngine.listen(pbx.agiPort())) {
      engine.answer("route", Map.of("RW_CALL", "a-call"), "wait");
      engine.answer("alive", Map.of("RW_ALIVE", "60"), "wait");
      engine.answer("landed", Map.of(), "wait");
      Caller caller = pbx.call(CallPlan.of("030", "700"));
      watch.awaitContext(caller, Scenarios.WAIT);

      pbx.move(caller.id(), Scenarios.WAIT, LandingExtension.of(new Token(17)), step);

      watch.awaitThat("landed", () -> !engine.questions("landed").isEmpty());
      List<String> question = engine.questions("landed").get(0);
      assertThat(question).contains("agi_arg_2: a-call", "agi_arg_3: 17");
      caller.hangUp();
      watch.awaitEnd(caller);
      assertThat(engine.questions("landed")).hasSize(1);
    }
  }
}
