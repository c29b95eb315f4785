package io.ringwright.it;

import io.ringwright.agi.Dialplan;
import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.FakeAsteriskBuilder;
import io.ringwright.fakeasterisk.ami.AmiClass;
import io.ringwright.fakeasterisk.ami.AmiUser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The fake Asterisk with the phones and the dialplan of the laboratory. */
final class FakeSwitch {

  private static final String SECRET = "s3cret";

  /** As in the laboratory's extensions.conf. */
  private static final String MENU =
      """
      [menu]
      exten => s,1,GotoIf($["${MENU_SEEN}" = "2"]?done)
       same => n,Set(MENU_SEEN=$[0${MENU_SEEN} + 1])
       same => n,Set(RW_MENU=menu,s,1)
       same => n,Set(RW_NUMBER=$[6 + ${MENU_SEEN}])
       same => n,Goto(@ROUTE@,s,1)
       same => n(done),Hangup(16)
      [unprotected]
      exten => s,1,Playback(queue-periodic-announce,noanswer)
       same => n,Return()
      [anything]
      exten => to-the-menu,1,Goto(menu,s,1)
      """;

  private FakeSwitch() {}

  private static AmiUser user(String name, Set<AmiClass> read, Set<AmiClass> write) {
    return new AmiUser(name, SECRET, read, write);
  }

  static FakeAsterisk boot() {
    return ordinary().start();
  }

  /** The same, where each word takes so long, and some sounds are not there. */
  static FakeAsterisk bootToListen(Duration word) {
    return ordinary()
        .dialplan(MENU)
        .soundLength(word)
        .missingSound("custom/absent")
        .missingSound("de/queue-minute")
        .missingSound("de/queue-minutes")
        .start();
  }

  /** The same, where each word takes so long, and callers give signs of life as seldom as usual. */
  static FakeAsterisk bootToPressKeys(Duration word) {
    return withDesks()
        .phones("8260", "8261", "8262", "8263")
        .amiUser(AmiUser.router("ringwright", SECRET))
        .amiUser(AmiUser.router("ringwright-calls", SECRET).withWrite(AmiClass.ORIGINATE))
        .soundLength(word)
        .placeholder("ALIVE", "30")
        .start();
  }

  /** The same without a systemname, and where callers land in a context of another name. */
  static FakeAsterisk bootRenamed(String landingPlace) {
    return ordinary().systemName("").placeholder("DELIVER", landingPlace).start();
  }

  private static FakeAsteriskBuilder ordinary() {
    return FakeAsterisk.builder()
        .phones("8260", "8261", "8262", "8263")
        .amiUser(AmiUser.router("ringwright", SECRET))
        .amiUser(AmiUser.router("ringwright-calls", SECRET).withWrite(AmiClass.ORIGINATE))
        .amiUser(
            user(
                "ringwright-deaf",
                Set.of(AmiClass.SYSTEM),
                Set.of(AmiClass.CALL, AmiClass.REPORTING)))
        .amiUser(
            user(
                "ringwright-unbooted",
                Set.of(AmiClass.CALL, AmiClass.REPORTING),
                Set.of(AmiClass.CALL, AmiClass.REPORTING)))
        .amiUser(
            user(
                "ringwright-mute",
                Set.of(AmiClass.SYSTEM, AmiClass.CALL),
                Set.of(AmiClass.REPORTING)))
        .dialplan(dialplan())
        .dialplan("[hints]\nexten => 8262,hint,PJSIP/8262\n");
  }

  /** The fake Asterisk with these phones, where callers give signs of life as seldom as usual. */
  static FakeAsterisk boot(String... phones) {
    return FakeAsterisk.builder()
        .phones(phones)
        .placeholder("ALIVE", "30")
        .dialplan(dialplan())
        .start();
  }

  /**
   * The fake Asterisk with the phones that people use, and what those may dial in the laboratory.
   */
  static FakeAsterisk bootWithDesks() {
    return withDesks().start();
  }

  /** The same, where the phone of an account is heard before that of whoever called. */
  static FakeAsterisk bootWithFirstToSpeak(String account) {
    return withDesks().firstToSpeak(account).start();
  }

  private static FakeAsteriskBuilder withDesks() {
    return FakeAsterisk.builder()
        .systemName("lab")
        .desks("outside", "8301", "8302", "8303", "8304", "8305")
        .language("8304", "de")
        .missingSound("de/queue-minutes")
        .missingSound("followme/options")
        .features(configuration("features.conf"))
        .parking(configuration("res_parking.conf"))
        .dialplan(laboratory())
        .dialplan(dialplanWithoutTheWayOut())
        .dialplan(resource("ringwright-agents.conf"));
  }

  /** The laboratory's own dialplan; what it includes is handed in by itself. */
  private static String laboratory() {
    return configuration("extensions.conf")
        .lines()
        .filter(line -> !line.startsWith("#include"))
        .collect(Collectors.joining("\n"));
  }

  private static String configuration(String file) {
    try {
      return Files.readString(Path.of("asterisk/conf", file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The laboratory has a way out of its own. */
  private static String dialplanWithoutTheWayOut() {
    return dialplan().split("(?m)^\\[@OUTBOUND@]", 2)[0];
  }

  private static String dialplan() {
    return resource("ringwright.conf");
  }

  private static String resource(String name) {
    try (InputStream file = Objects.requireNonNull(Dialplan.class.getResourceAsStream(name))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
