package io.ringwright.it;

import io.ringwright.agi.DialSettings;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxWithDesks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A house with a call centre, whose calls are recorded: on the real Asterisk to keep the recording,
 * on the fake one to compare it.
 *
 * <p>8301, 8302 and 8303 are extensions, and groups of one: 701, 702, 703. 8305 is a phone of the
 * house that Ringwright does not know. Group 705 is 8310, an agent at the number 0171555 outside.
 * The caller is 0301, outside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordedHouse {

  /** A fifth of a second, each way. */
  private static final int SOME_SPEECH = 10;

  private static final Confirmation AT_ONCE =
      Confirmation.STANDARD.prompt("hello-world").within(Duration.ofSeconds(2));

  private PbxWithDesks pbx;
  private CallCentreUnderTest application;
  private EventRecording recording;

  DeskPhone outside;
  DeskPhone first;
  DeskPhone second;
  DeskPhone third;
  DeskPhone unknown;

  /** The switch on which the calls are made. */
  abstract PbxWithDesks boot();

  /** What becomes of a recording; the name says what it is of. */
  abstract void keep(EventRecording recorded, String name, String title);

  @BeforeAll
  void bootOnce() {
    pbx = boot();
  }

  @AfterAll
  void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void begin() {
    outside = pbx.phoneOutside();
    first = pbx.deskPhone("8301");
    second = pbx.deskPhone("8302");
    third = pbx.deskPhone("8303");
    unknown = pbx.deskPhone("8305");
    application = CallCentreUnderTest.start(pbx, phones(), new DialSettings("tTkK"));
    recording = EventRecording.begin(pbx.ami());
  }

  @AfterEach
  void end() {
    try {
      List.of(outside, first, second, third, unknown).forEach(DeskPhone::close);
    } finally {
      recording.close();
      application.close();
    }
  }

  EventRecording recording() {
    return recording;
  }

  void step(String what) {
    recording.step(what);
  }

  /** Ends the recording; the file's name says what it is of. */
  void write(String name, String title) {
    keep(recording, name, title);
  }

  DeskCall call(String dialled) {
    step("0301 calls " + dialled);
    return outside.callAs("0301", dialled);
  }

  /** The first phone's side of a talk with a caller of group 701. */
  DeskCall talk(DeskCall caller) {
    return answered(first, "8301", caller);
  }

  /** Lets a phone answer what rings there, and waits until both sides hear each other. */
  DeskCall answered(DeskPhone phone, String number, DeskCall other) {
    DeskCall call = phone.awaitCall();
    step(number + " answers");
    call.answer();
    call.awaitSpeech(SOME_SPEECH);
    other.awaitSpeech(SOME_SPEECH);
    return call;
  }

  void hangUp(DeskCall call, String number) {
    step(number + " hangs up");
    call.hangUp();
  }

  private static PhoneList phones() {
    PhoneListBuilder phones = PhoneList.builder();
    for (String number : List.of("8301", "8302", "8303")) {
      String group = "70" + number.charAt(3);
      phones.extension(
          number, phone -> phone.device("PJSIP/" + number).wrapUp(Duration.ofSeconds(0)));
      phones.huntGroup(group, members -> members.member(number));
    }
    return phones
        .allowExternal("0171")
        .extension("8310", dora -> dora.outside("0171555", AT_ONCE))
        .huntGroup("705", members -> members.member("8310"))
        .extension("8270", phone -> phone.device("PJSIP/8270@trunk"))
        .huntGroup("704", members -> members.member("8270"))
        .build();
  }
}
