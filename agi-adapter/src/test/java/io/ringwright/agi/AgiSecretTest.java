package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ringwright.agi.AsteriskSide.Exchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever may reach the port but does not know the secret reaches neither engine nor script. */
class AgiSecretTest {

  private static final String SECRET = "rX3_0123456789abcdef";

  private final House house = new House();

  @Test
  void a_question_with_the_secret_is_answered() throws IOException {
    try (FastAgiServer server = house.server().secret(SECRET).start()) {
      assertThat(AsteriskSide.ask(server.port(), SECRET + "/route", "1", "8260").decision())
          .isEqualTo("ring");
      assertThat(server.counts().refused()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "route",
        "/route",
        "rX3_0123456789abcdeg/route",
        "rX3_0123456789abcde/route",
        "rX3_0123456789abcdef",
        "own",
        "wrong-wrong-wrong/own"
      })
  void a_question_without_the_secret_is_refused_and_counted(String script) throws IOException {
    try (FastAgiServer server =
        house
            .server()
            .secret(SECRET)
            .script("own", call -> call.session().setVariable("RAN", "yes"))
            .start()) {
      Exchange answer = AsteriskSide.ask(server.port(), script, "1", "8260");

      assertThat(answer.variables()).isEmpty();
      assertThat(answer.commands()).singleElement().asString().contains("lacks the secret");
      assertThat(house.arrivals).isEmpty();
      assertThat(server.counts().refused()).isEqualTo(1);
    }
  }

  @Test
  void the_dialplan_asks_with_the_secret() {
    String text = Dialplan.builder().secret(SECRET).secondAgi("10.0.0.6", 4574).build().render();

    assertThat(text)
        .contains("Set(RW_ENGINE=agi://127.0.0.1:4573/" + SECRET + ")")
        .contains("Set(RW_ENGINE=agi://10.0.0.6:4574/" + SECRET + ")")
        .contains("AGI(agi://127.0.0.1:4573/" + SECRET + "/ended,");
  }

  @Test
  void the_program_reads_it_from_a_file_and_not_from_its_arguments(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), SECRET + "\n");

    assertThat(Printed.by("secret-file=" + file)).contains("4573/" + SECRET + "/ended");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Dialplan.main("secret-file=" + folder.resolve("none")))
        .withMessageContaining("cannot read the secret");
    assertThatIllegalArgumentException().isThrownBy(() -> Dialplan.main("secret=" + SECRET));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "short", "with space in the middle", "a/0123456789abcdef", "${X}"})
  void what_cannot_stand_in_an_address_is_refused_and_not_shown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> house.server().secret(text))
        .withMessageContaining("16 to 64")
        .satisfies(
            refused -> {
              if (!text.isEmpty()) {
                assertThat(refused.getMessage()).doesNotContain(text);
              }
            });
  }

  @Test
  void it_shows_in_no_text() {
    assertThat(AgiSecret.of(SECRET).toString()).doesNotContain(SECRET);
  }
}
