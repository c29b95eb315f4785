package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.fakeasterisk.ami.AmiClass;
import io.ringwright.fakeasterisk.ami.AmiUser;
import java.io.IOException;
import java.util.EnumSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A switch, and a client that may do everything on its manager interface. */
abstract class AmiOnTheWire {

  private static final String DIALPLAN =
      """
      [from-trunk]
      exten => 1,1,Answer()
       same => n,StartMusicOnHold(default)
       same => n,Wait(60)
      exten => 2,1,Dial(PJSIP/8260,20)
       same => n,Hangup()
      exten => 3,1,Wait(60)
      [deliver]
      exten => _X!,1,Set(LANDED=${EXTEN})
       same => n,Wait(60)
      """;

  FakeAsterisk pbx;
  AmiClient ami;

  @BeforeEach
  void start() throws IOException {
    pbx =
        FakeAsterisk.builder()
            .systemName("lab")
            .phones("8260")
            .dialplan(DIALPLAN)
            .amiUser(
                new AmiUser(
                    "all", "secret", EnumSet.allOf(AmiClass.class), EnumSet.allOf(AmiClass.class)))
            .amiUser(AmiUser.router("router", "s3cret"))
            .start();
    ami = AmiClient.loggedIn(pbx.ami(), "off");
  }

  @AfterEach
  void stop() throws IOException {
    ami.close();
    pbx.close();
  }

  AmiClient connect() throws IOException {
    AmiClient client = new AmiClient(pbx.ami().port());
    assertThat(client.line()).isEqualTo("Asterisk Call Manager/11.0.0");
    return client;
  }

  /** The name of a channel that waits; the first one of a test, or the one after a phone's. */
  String waitingChannel() {
    Caller caller = pbx.call(CallPlan.of("0301", "1"));
    Awaiting.seen(pbx, caller, Kind.CONTEXT_ENTERED, "from-trunk");
    return "PJSIP/trunk-0000000" + caller.id().substring(caller.id().indexOf('.') + 1);
  }

  void redirect(String channel, String extension) throws IOException {
    ami.send(
        "Action: Redirect",
        "ActionID: R",
        "Channel: " + channel,
        "Context: deliver",
        "Exten: " + extension,
        "Priority: 1");
  }
}
