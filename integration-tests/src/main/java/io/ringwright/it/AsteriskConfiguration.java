package io.ringwright.it;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.agi.Dialplan;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** The folder that a laboratory's Asterisk lives in: configuration, sounds, music, logs. */
final class AsteriskConfiguration {

  /** The numbers of the phones. */
  static final int FIRST_PHONE = 8260;

  static final int LAST_PHONE = 8299;

  /** The accounts of phones that register. */
  static final int FIRST_DESK = 8301;

  static final int LAST_DESK = 8309;

  /** The phone that is spoken to in German; all others are in English. */
  private static final int GERMAN_DESK = 8304;

  private static final List<String> FILES =
      List.of(
          "asterisk.conf",
          "extensions.conf",
          "features.conf",
          "logger.conf",
          "manager.conf",
          "modules.conf",
          "musiconhold.conf",
          "res_parking.conf",
          "rtp.conf");

  /** Modules that complain when they have no file at all. */
  private static final List<String> EMPTY_FILES =
      List.of(
          "acl",
          "aeap",
          "ari",
          "ccss",
          "cdr",
          "cdr_custom",
          "cel",
          "cli",
          "cli_aliases",
          "cli_permissions",
          "codecs",
          "confbridge",
          "dnsmgr",
          "enum",
          "extconfig",
          "followme",
          "geolocation",
          "http",
          "indications",
          "pjproject",
          "pjsip_notify",
          "pjsip_wizard",
          "queuerules",
          "queues",
          "res_stun_monitor",
          "resolver_unbound",
          "sorcery",
          "stasis",
          "statsd",
          "stir_shaken",
          "udptl",
          "users");

  private static final int RTP_LOWEST = 10_000;
  private static final int RTP_HIGHEST = 19_500;
  private static final int RTP_PORTS = 800;

  /** One second of G.711 µ-law, mono, 8000 samples a second. */
  private static final int SAMPLES_PER_SECOND = 8_000;

  private static final List<String> SOUNDS =
      List.of(
          "welcome",
          "operator",
          "hello-world",
          "pbx-transfer",
          "pbx-invalid",
          "privacy-incorrect",
          "pbx-parkingfailed",
          "beep",
          "beeperr",
          "vm-goodbye",
          "vm-num-i-have",
          "if-correct-press",
          "vm-calldiffnum",
          "vm-press",
          "vm-enter-num-to-call",
          "vm-then-pound",
          "queue-youarenext",
          "queue-thereare",
          "queue-callswaiting",
          "queue-quantity1",
          "queue-quantity2",
          "queue-holdtime",
          "queue-less-than",
          "queue-minute",
          "queue-minutes",
          "queue-thankyou",
          "queue-reporthold",
          "queue-seconds",
          "digits/hundred",
          "digits/thousand",
          "digits/70",
          "digits/77",
          "agent-loginok",
          "agent-loggedoff",
          "agent-user",
          "agent-pass",
          "auth-incorrect",
          "activated",
          "de-activated",
          "digits/0",
          "digits/1",
          "digits/2",
          "digits/3",
          "digits/4",
          "digits/5",
          "digits/6",
          "digits/7",
          "digits/8",
          "digits/9",
          "digits/10",
          "digits/20",
          "digits/50",
          "digits/star",
          "digits/pound");

  /** 10 s long. */
  private static final String LONG_SOUND = "queue-periodic-announce.ulaw";

  private AsteriskConfiguration() {}

  /** The ports on loopback that Asterisk and those around it use. */
  record Ports(int sip, int ami, int agi, int phones, int sink) {}

  /**
   * Writes everything that Asterisk needs below a folder.
   *
   * @return what the placeholders in the files stand for
   */
  @CanIgnoreReturnValue
  static Map<String, String> write(
      AsteriskInstallation installation,
      Path work,
      Ports ports,
      Map<String, String> settings,
      Dialplan dialplan)
      throws IOException {
    LabFiles.folders(work, "etc", "db", "spool", "log", "moh", "data");
    Map<String, String> values = new HashMap<>(settings);
    int rtp = ThreadLocalRandom.current().nextInt(RTP_LOWEST / 2, RTP_HIGHEST / 2) * 2;
    values.put("WORK", work.toString());
    values.put("MODULES", installation.modules().toString());
    values.put("RTP_START", Integer.toString(rtp));
    values.put("RTP_END", Integer.toString(rtp + RTP_PORTS));
    values.put("SIP_PORT", Integer.toString(ports.sip()));
    values.put("AMI_PORT", Integer.toString(ports.ami()));
    values.put("PHONE_PORT", Integer.toString(ports.phones()));
    Path etc = work.resolve("etc");
    for (String file : EMPTY_FILES) {
      Files.writeString(etc.resolve(file + ".conf"), "");
    }
    for (String file : FILES) {
      LabFiles.render("asterisk/conf/" + file, etc.resolve(file), values);
    }
    Files.writeString(etc.resolve("ringwright.conf"), dialplan.render());
    Files.writeString(etc.resolve("ringwright-agents.conf"), dialplan.renderAgents());
    phones(etc.resolve("pjsip.conf"), values);
    sounds(installation, work);
    return values;
  }

  private static void phones(Path file, Map<String, String> values) throws IOException {
    LabFiles.render("asterisk/conf/pjsip.conf", file, values);
    StringBuilder phones = new StringBuilder(Files.readString(file));
    for (int number = FIRST_PHONE; number <= LAST_PHONE; number++) {
      phones.append(
          """

          [%1$d](phone)
          aors = %1$d
          [%1$d](place)
          contact = sip:%1$d@127.0.0.1:%2$s
          """
              .formatted(number, values.get("PHONE_PORT")));
    }
    for (int account = FIRST_DESK; account <= LAST_DESK; account++) {
      phones.append(
          """

          [%1$d](desk)
          aors = %1$d
          [%1$d](desk-place)
          """
              .formatted(account));
      if (account == GERMAN_DESK) {
        phones.append("[%1$d](+type=endpoint)\nlanguage = de\n".formatted(account));
      }
    }
    Files.writeString(file, phones);
  }

  /** Short sounds of our own, so that a prompt takes no time and needs no package. */
  private static void sounds(AsteriskInstallation installation, Path work) throws IOException {
    Path data = work.resolve("data");
    try (DirectoryStream<Path> shared = Files.newDirectoryStream(installation.data())) {
      for (Path part : shared) {
        if (!part.endsWith("sounds")) {
          Files.createSymbolicLink(data.resolve(part.getFileName()), part);
        }
      }
    }
    for (String language : List.of("en", "de")) {
      LabFiles.folders(data, "sounds/" + language + "/digits");
      for (String sound : SOUNDS) {
        Path file = data.resolve("sounds/" + language + "/" + sound + ".ulaw");
        Files.write(file, new byte[SAMPLES_PER_SECOND / 20]);
      }
    }
    // Not in German, as in the sounds that people have.
    Files.delete(data.resolve("sounds/de/queue-minute.ulaw"));
    Files.delete(data.resolve("sounds/de/queue-minutes.ulaw"));
    Files.write(data.resolve("sounds/en/" + LONG_SOUND), new byte[SAMPLES_PER_SECOND * 10]);
    Files.write(work.resolve("moh/music.ulaw"), new byte[SAMPLES_PER_SECOND * 10]);
  }
}
