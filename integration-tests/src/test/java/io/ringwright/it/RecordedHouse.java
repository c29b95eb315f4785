package io.ringwright.it;

import io.ringwright.agi.DialSettings;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.it.phone.SipCall;
import io.ringwright.it.phone.SipPhone;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * A house with a call centre, whose calls are recorded: the files under {@code recorded/<release>}
 * of fake-asterisk's test resources are written anew by
 *
 * <pre>{@code mvn -Pscenarios-only -pl integration-tests -am verify -Dit.test='*Recordings' \
 *   -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false}</pre>
 *
 * <p>8301, 8302 and 8303 are extensions, and groups of one: 701, 702, 703. 8305 is a phone of the
 * house that Ringwright does not know. The caller is 0301, outside.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RecordedHouse {

  /** A fifth of a second, each way. */
  private static final int SOME_SPEECH = 10;

  private static final Pattern VERSION = Pattern.compile("Asterisk (\\d+)(\\.\\d+)*");
  private static final Path RECORDED =
      Path.of("../fake-asterisk/src/test/resources/io/ringwright/fakeasterisk/recorded");

  private RealAsterisk pbx;
  private CallCentreUnderTest application;
  private EventRecording recording;
  private String version;

  SipPhone outside;
  SipPhone first;
  SipPhone second;
  SipPhone third;
  SipPhone unknown;

  @BeforeAll
  void boot() {
    pbx = RealAsterisk.boot();
    Matcher said = VERSION.matcher(pbx.console("core show version"));
    if (!said.find()) {
      throw new IllegalStateException("Asterisk does not say its version");
    }
    version = said.group().substring("Asterisk ".length());
  }

  @AfterAll
  void shutDown() {
    pbx.close();
  }

  @BeforeEach
  void begin() {
    outside = SipPhone.register(pbx.outside());
    first = SipPhone.register(pbx.desk("8301"));
    second = SipPhone.register(pbx.desk("8302"));
    third = SipPhone.register(pbx.desk("8303"));
    unknown = SipPhone.register(pbx.desk("8305"));
    application = CallCentreUnderTest.start(pbx, phones(), new DialSettings("tTkK"));
    recording = EventRecording.begin(pbx.ami());
  }

  @AfterEach
  void end() {
    try {
      List.of(outside, first, second, third, unknown).forEach(SipPhone::close);
    } finally {
      recording.close();
      application.close();
    }
  }

  RealAsterisk pbx() {
    return pbx;
  }

  EventRecording recording() {
    return recording;
  }

  void step(String what) {
    recording.step(what);
  }

  /** Ends the recording; the file's name says what it is of. */
  void write(String name, String title) {
    Path folder = RECORDED.resolve(version.replaceAll("\\..*", ""));
    recording.write(folder.resolve(name + ".txt"), title, version);
  }

  SipCall call(String dialled) {
    step("0301 calls " + dialled);
    return outside.callAs("0301", dialled);
  }

  /** The first phone's side of a talk with a caller of group 701. */
  SipCall talk(SipCall caller) {
    return answered(first, "8301", caller);
  }

  /** Lets a phone answer what rings there, and waits until both sides hear each other. */
  SipCall answered(SipPhone phone, String number, SipCall other) {
    SipCall call = phone.awaitCall();
    step(number + " answers");
    call.answer();
    call.awaitSpeech(SOME_SPEECH);
    other.awaitSpeech(SOME_SPEECH);
    return call;
  }

  void hangUp(SipCall call, String number) {
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
        .extension("8270", phone -> phone.device("PJSIP/8270@trunk"))
        .huntGroup("704", members -> members.member("8270"))
        .build();
  }
}
