package io.ringwright.it;

import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;

/** The same with three people in the house: Anna at 8301, Berta at 8302 and Cleo at 8303. */
abstract class ThreeDeskScenarios extends DeskScenarios {

  DeskPhone anna;
  DeskPhone berta;
  DeskPhone cleo;

  @BeforeEach
  void begin() {
    anna = desk("8301");
    berta = desk("8302");
    cleo = desk("8303");
    start();
  }

  /** The three without a wrap-up, and a hunt group of Anna alone. */
  static PhoneListBuilder threePhones() {
    Consumer<ExtensionBuilder> noWrapUp = phone -> phone.wrapUp(Duration.ZERO);
    return PhoneList.builder()
        .extension("8301", anna -> noWrapUp.accept(anna.device("PJSIP/8301")))
        .extension("8302", berta -> noWrapUp.accept(berta.device("PJSIP/8302")))
        .extension("8303", cleo -> noWrapUp.accept(cleo.device("PJSIP/8303")))
        .huntGroup("701", group -> group.member("8301"));
  }

  /** Waits until the engine would ring an extension for a direct call. */
  void isFree(String number) {
    application().awaitExplained(number, number + " · availability: free");
  }

  /** Whoever answered last hangs up, and with that the call ends, as each call has. */
  void endsWith(DeskCall answered, DeskCall caller) {
    answered.hangUp();
    caller.awaitOver();
    everyCallEndedAnswered();
  }
}
