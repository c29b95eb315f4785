package io.ringwright.it.kills;

import io.ringwright.agi.Dialplan;
import io.ringwright.fakeasterisk.PbxUnderTest.AmiLogin;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.FreePorts;
import io.ringwright.it.RealAsterisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A real Asterisk with 20 phones, an engine in a process of its own, and links between them that
 * can be disturbed.
 *
 * <p>Thread safety: what is done to the engine and the links is done by one thread, what is done to
 * phones by another.
 */
final class House implements AutoCloseable {

  private static final int FIRST_PHONE = 8_260;
  static final int PHONES = 20;
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

  private final Random chance;
  private final List<String> phones =
      IntStream.range(0, PHONES).mapToObj(each -> String.valueOf(FIRST_PHONE + each)).toList();
  private final RealAsterisk asterisk;
  private final Link agi;
  private final Link ami;
  private final EngineUnderKills engine;
  private final Path folder;

  House(AsteriskInstallation installation, long seed) throws IOException {
    chance = new Random(seed);
    int agiPort = FreePorts.tcp();
    agi = new Link(FreePorts.tcp(), agiPort);
    asterisk = RealAsterisk.boot(installation, this::dialplan);
    phones.forEach(this::works);
    AmiLogin login = asterisk.ami();
    ami = new Link(FreePorts.tcp(), login.port());
    folder = Files.createDirectories(asterisk.work().resolve("engine"));
    engine =
        new EngineUnderKills(
            new AmiLogin(ami.port(), login.user(), login.secret()), agiPort, folder, phones);
  }

  private Dialplan.Builder dialplan(Dialplan.Builder laboratory) {
    return laboratory.agi("127.0.0.1", agi.port()).keepAliveEvery(SIGN_OF_LIFE);
  }

  RealAsterisk asterisk() {
    return asterisk;
  }

  Link agi() {
    return agi;
  }

  Link ami() {
    return ami;
  }

  EngineUnderKills engine() {
    return engine;
  }

  List<String> phones() {
    return phones;
  }

  /** The folder of the engine's journal, and of what it and the run write. */
  Path folder() {
    return folder;
  }

  /** Somebody is at a phone again: it rings for a while, and talks for some seconds. */
  void works(String phone) {
    asterisk.phone(
        phone,
        PhoneBehaviour.answers(
            Duration.ofMillis(chance.nextInt(150, 700)),
            Duration.ofMillis(chance.nextInt(1_500, 4_500))));
  }

  @Override
  public void close() {
    engine.close();
    agi.close();
    ami.close();
    asterisk.close();
  }
}
