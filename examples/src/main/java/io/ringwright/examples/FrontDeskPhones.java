package io.ringwright.examples;

import io.ringwright.agi.Dialplan;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.RingOutcome;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.OnAnswerBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.AsteriskRelease;
import io.ringwright.it.RealAsterisk;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** The phones of the front desk, and a stand-in for Asterisk that has them. */
final class FrontDeskPhones {

  static final String ANNA = "8301";
  static final String BERTA = "8302";
  static final String ENGLISH = "701";
  static final String GERMAN = "702";

  /** The number at which Frida is called back. */
  static final String FRIDA = "0301555";

  private static final Duration LEFT_ALONE = Duration.ofSeconds(15);
  private static final Duration WORD = Duration.ofMillis(400);
  private static final Duration ALIVE = Duration.ofSeconds(30);

  /** What a real one has in its extensions.conf. */
  private static final String HOUSE =
      """
      [from-house]
      include => ringwright-agents
      exten => _7XX,1,Set(%s=${EXTEN})
       same => n,Goto(@ROUTE@,s,1)
      [host]
      exten => s,1,Answer()
       same => n,Wait(30)
      """
          .formatted(ChannelVariables.NUMBER);

  private FrontDeskPhones() {}

  // begin: what callers and agents hear
  static PhoneList list() {
    return PhoneList.builder()
        .allowCallBack("030")
        .extension(ANNA, anna -> anna.device("PJSIP/" + ANNA))
        .extension(
            BERTA,
            berta ->
                berta
                    .device("PJSIP/" + BERTA)
                    .leaveAloneAfter(RingOutcome.REJECTED, 1, LEFT_ALONE, LEFT_ALONE))
        .huntGroup(
            ENGLISH,
            group ->
                group
                    .member(ANNA)
                    .member(BERTA, 2)
                    .callersHear(FrontDeskPhones::whileWaiting)
                    .callersPress(
                        keys ->
                            keys.callBackConfirmed("5")
                                .leave("0", DialplanExtension.of("host", "s")))
                    .onAnswer(FrontDeskPhones::beforeTheTalk))
        .huntGroup(
            GERMAN,
            group ->
                group
                    .member(ANNA)
                    .callersHear(hearing -> whileWaiting(hearing.language("de")))
                    .callersPress(keys -> keys.leave("0", DialplanExtension.of("host", "s"))))
        .build();
  }

  private static void whileWaiting(HearingBuilder hearing) {
    Duration often = Duration.ofSeconds(5);
    hearing
        .welcome("welcome")
        .music("jazz")
        .position()
        .expectedWait()
        .message("queue-periodic-announce")
        .messagesEvery(often, often)
        .atLeastApart(often);
  }

  private static void beforeTheTalk(OnAnswerBuilder agent) {
    agent
        .tellAgent("beep")
        .tellWait()
        .acceptByKey("1", "hello-world", Duration.ofSeconds(4))
        .recordTalk();
  }

  // end: what callers and agents hear

  static FakeAsterisk standIn() throws IOException {
    return FakeAsterisk.builder()
        .systemName("lab")
        .desks("outside", ANNA, BERTA)
        .placeholder("ALIVE", Long.toString(ALIVE.toSeconds()))
        .soundLength(WORD)
        .dialplan(HOUSE)
        .dialplan(resource("ringwright.conf"))
        .dialplan(resource("ringwright-agents.conf"))
        .start();
  }

  /** One that the host's machine has, or that can be unpacked. */
  static RealAsterisk real() {
    return RealAsterisk.boot(
        AsteriskInstallation.findOrOther(AsteriskRelease.chosen()),
        dialplan -> dialplan.keepAliveEvery(ALIVE));
  }

  private static String resource(String name) throws IOException {
    try (InputStream file = Objects.requireNonNull(Dialplan.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
