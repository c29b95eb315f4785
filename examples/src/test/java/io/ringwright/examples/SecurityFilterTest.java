package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The fail2ban filter on lines that an Asterisk 22.10 wrote; without their dates, which fail2ban
 * cuts out.
 */
class SecurityFilterTest {

  private static final Path FILTER = Path.of("asterisk/security/filter.d/ringwright-asterisk.conf");

  private static final String WROTE = " SECURITY[23691] res_security_log.c: ";

  /** Of a phone, up to what it answered. */
  private static final String FAILED_CHALLENGE =
      "SecurityEvent=\"ChallengeResponseFailed\","
          + "EventTV=\"2026-11-27T19:16:32.060+0000\",Severity=\"Error\","
          + "Service=\"PJSIP\",EventVersion=\"1\",AccountID=\"8260\","
          + "SessionID=\"1795806992059779@x\","
          + "LocalAddress=\"IPV4/UDP/192.0.2.1/5060\","
          + "RemoteAddress=\"IPV4/UDP/198.51.100.4/33438\",Challenge=\"1/2\",";

  private final List<Pattern> patterns = patterns();

  @Test
  void a_wrong_password_and_an_unknown_account_of_ami_are_found() {
    assertThat(
            address(
                "SecurityEvent=\"InvalidPassword\",EventTV=\"2026-11-27T19:16:26.047+0000\","
                    + "Severity=\"Error\",Service=\"AMI\",EventVersion=\"2\",AccountID=\"router\","
                    + "SessionID=\"0x7f4770001820\",LocalAddress=\"IPV4/TCP/192.0.2.1/5038\","
                    + "RemoteAddress=\"IPV4/TCP/198.51.100.4/53486\","
                    + "SessionTV=\"1970-01-01T00:00:00.000+0000\""))
        .contains("198.51.100.4");
    assertThat(
            address(
                "SecurityEvent=\"FailedACL\",EventTV=\"2026-11-27T19:16:29.051+0000\","
                    + "Severity=\"Error\",Service=\"AMI\",EventVersion=\"1\",AccountID=\"faraway\","
                    + "SessionID=\"0x7f4784002840\",LocalAddress=\"IPV4/TCP/192.0.2.1/5038\","
                    + "RemoteAddress=\"IPV4/TCP/198.51.100.4/33808\","
                    + "SessionTV=\"1970-01-01T00:00:00.000+0000\""))
        .contains("198.51.100.4");
  }

  @Test
  void a_wrong_password_of_a_phone_is_found() {
    assertThat(address(FAILED_CHALLENGE + "Response=\"0123456789abcdef\",ExpectedResponse=\"\""))
        .contains("198.51.100.4");
  }

  @Test
  void a_challenge_is_no_failure() {
    assertThat(
            address(
                "SecurityEvent=\"ChallengeSent\",EventTV=\"2026-11-27T19:16:32.059+0000\","
                    + "Severity=\"Informational\",Service=\"PJSIP\",EventVersion=\"1\","
                    + "AccountID=\"8260\",SessionID=\"1795806992059324@x\","
                    + "LocalAddress=\"IPV4/UDP/192.0.2.1/5060\","
                    + "RemoteAddress=\"IPV4/UDP/198.51.100.4/55598\",Challenge=\"\""))
        .isEmpty();
  }

  @Test
  void an_address_that_a_stranger_wrote_into_the_own_name_is_not_believed() {
    assertThat(
            address(
                "SecurityEvent=\"InvalidAccountID\",EventTV=\"2026-11-27T19:16:30.055+0000\","
                    + "Severity=\"Error\",Service=\"AMI\",EventVersion=\"1\",AccountID=\"x\","
                    + "SessionID=\"1\",LocalAddress=\"IPV4/TCP/127.0.0.1/1\","
                    + "RemoteAddress=\"IPV4/TCP/203.0.113.7/5\",SessionID=\"0x7f475df8d330\","
                    + "LocalAddress=\"IPV4/TCP/192.0.2.1/5038\","
                    + "RemoteAddress=\"IPV4/TCP/198.51.100.4/33820\","
                    + "SessionTV=\"1970-01-01T00:00:00.000+0000\""))
        .contains("198.51.100.4");
  }

  @Test
  void of_a_response_that_holds_an_address_nobody_is_shut_out() {
    assertThat(
            address(
                FAILED_CHALLENGE
                    + "Response=\"x\",LocalAddress=\"a\","
                    + "RemoteAddress=\"IPV4/UDP/203.0.113.7/5\",ExpectedResponse=\"\""))
        .isEmpty();
  }

  private Optional<String> address(String event) {
    return patterns.stream()
        .map(each -> each.matcher(WROTE + event))
        .filter(Matcher::find)
        .map(found -> found.group("host"))
        .findFirst();
  }

  /** The patterns as fail2ban reads them: what stands in %(name)s is put in, and the address. */
  private static List<Pattern> patterns() {
    Map<String, String> values = new HashMap<>();
    String name = "";
    for (String line : lines()) {
      if (line.startsWith(" ")) {
        values.merge(name, "\n" + line.strip(), String::concat);
      } else if (line.contains(" = ")) {
        name = line.substring(0, line.indexOf(" = "));
        values.put(name, line.substring(line.indexOf(" = ") + 3));
      }
    }
    String all = values.getOrDefault("failregex", "");
    for (String part : List.of("_before", "_events", "_address")) {
      all = all.replace("%(" + part + ")s", values.getOrDefault(part, ""));
    }
    return Stream.of(all.split("\n"))
        .map(each -> Pattern.compile(each.replace("<HOST>", "(?<host>[0-9a-fA-F:.]+)")))
        .toList();
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILTER).stream().filter(each -> !each.startsWith("#")).toList();
    } catch (IOException e) {
      throw new IllegalStateException("the filter cannot be read: " + FILTER, e);
    }
  }
}
