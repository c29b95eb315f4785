package io.ringwright.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup.Preference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members of queues become extensions, and members of hunt groups. */
class MembersTest {

  @TempDir private Path folder;

  private House.Result imported(String queues) {
    return House.with(queues).imported(folder);
  }

  private static List<String> members(House.Result result, String group) {
    return result.group(group).members().stream()
        .map(each -> each.to().digits() + " at " + each.priority())
        .toList();
  }

  private static String device(Extension extension) {
    return extension.devices().get(0).dialString() + " as " + extension.devices().get(0).device();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PJSIP/101 | 101 | PJSIP/101 as PJSIP/101 | KEPT",
        "sip/101 | 101 | SIP/101 as SIP/101 | KEPT",
        "IAX2/101,0,Anna,hint:101@house | 101 | IAX2/101 as hint:101@house | KEPT",
        "Local/101@from-queue/n,0,Anna,hint:101@ext | 101 | Local/101@from-queue/n as hint:101@ext"
            + " | KEPT",
        "Local/101@agents/n | 101 | Local/101@agents/n as Local/101@agents | CHANGED",
        "PJSIP/anna | 1000 | PJSIP/anna as PJSIP/anna | CHANGED",
        "DAHDI/5-1 | 1000 | DAHDI/5-1 as DAHDI/5-1 | CHANGED",
        "PJSIP/101@trunk | 101 | PJSIP/101@trunk as PJSIP/101@trunk | CHANGED",
        "PJSIP/101,-1 | 101 | PJSIP/101 as PJSIP/101 | CHANGED",
        "PJSIP/101,5000 | 101 | PJSIP/101 as PJSIP/101 | CHANGED",
        "PJSIP/101,0,,,maybe | 101 | PJSIP/101 as PJSIP/101 | CHANGED",
        "PJSIP/101,0,,,,,yes | 101 | PJSIP/101 as PJSIP/101 | CHANGED",
        "PJSIP/101,0,,Custom:x | 101 | PJSIP/101 as PJSIP/101 | CHANGED",
        "Agent/0007 | 0007 | Agent/0007 as Agent/0007 | NOT_POSSIBLE"
      })
  void a_member_becomes_an_extension(String line, String number, String device, Verdict verdict) {
    House.Result result = imported("[700]\nmember => " + line + "\n");
    assertThat(device(result.extension(number))).isEqualTo(device);
    assertThat(result.line(2).verdict()).as("%s", result.line(2)).isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({"anna", "PJSIP/+4930555100@trunk", "PJSIP/an na", "Local/+49301@out/n", "''"})
  void what_is_no_device_or_leads_outside_is_no_member(String line) {
    House.Result result = imported("[700]\nmember => " + line + "\nmember => PJSIP/102\n");
    assertThat(result.line(2).verdict()).isEqualTo(Verdict.NOT_POSSIBLE);
    assertThat(members(result, "700")).containsExactly("102 at 1");
  }

  @Test
  void an_agent_of_the_agent_pool_is_out_of_service_until_the_phone_is_named() {
    House.Result result = imported("[700]\nmember => Agent/7\n");
    assertThat(result.extension("7").service()).isEqualTo(Service.OUT_OF_SERVICE);
  }

  @Test
  void a_penalty_becomes_a_priority_that_goes_before_being_free() {
    House.Result result = imported("[700]\nmember => PJSIP/101,2\nmember => PJSIP/102\n");
    assertThat(members(result, "700")).containsExactly("101 at 3", "102 at 1");
    assertThat(result.group("700").hunting().preference()).isEqualTo(Preference.PRIORITY_FIRST);
  }

  @Test
  void a_name_in_quotation_marks_may_hold_a_comma() {
    House.Result result = imported("[700]\nmember => PJSIP/101 , 4 , \"Berg, Anna\" , , no , 9\n");
    assertThat(result.house().phones().name(DirectoryNumber.of("101"))).contains("Berg, Anna");
    assertThat(result.extension("101").holdCapacity()).isZero();
    assertThat(result.extension("101").times().wrapUp()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void who_is_named_twice_stands_where_the_last_line_is() {
    House.Result result =
        imported("[700]\nmember = PJSIP/101,1\nmember = PJSIP/102\nmember = pjsip/101,2\n");
    assertThat(members(result, "700")).containsExactly("102 at 1", "101 at 3");
    assertThat(result.line(2).reason()).isEqualTo("named again: queues.conf:4 counts");
  }

  @Test
  void times_are_the_longest_of_all_queues_and_each_line_says_so() {
    House.Result result =
        imported(
            """
            [700]
            timeout = 10
            wrapuptime = 30
            ringinuse = yes
            member = PJSIP/101
            [701]
            timeout = 40
            wrapuptime = 5
            ringinuse = no
            member = PJSIP/101
            """);
    assertThat(result.extension("101").times().ring()).isEqualTo(Duration.ofSeconds(40));
    assertThat(result.extension("101").times().wrapUp()).isEqualTo(Duration.ofSeconds(30));
    assertThat(result.extension("101").holdCapacity()).isZero();
    assertThat(List.of(2, 4, 8)).allMatch(each -> result.line(each).verdict() == Verdict.CHANGED);
    assertThat(List.of(3, 7, 9)).allMatch(each -> result.line(each).verdict() == Verdict.KEPT);
  }

  @Test
  void two_devices_with_the_same_digits_are_two_extensions() {
    House.Result result = imported("[700]\nmember = PJSIP/101\nmember = IAX2/101\n");
    assertThat(device(result.extension("101"))).startsWith("PJSIP/101");
    assertThat(device(result.extension("1000"))).startsWith("IAX2/101");
    assertThat(result.line(3).reason()).contains("has no number of its own");
  }

  @Test
  void a_queue_without_members_is_kept_with_somebody_who_stands_in() {
    House.Result result = imported("[sales]\nstrategy = linear\nmaxlen = 3\n");
    assertThat(members(result, "700")).containsExactly("9000 at 1");
    assertThat(result.extension("9000").service()).isEqualTo(Service.OUT_OF_SERVICE);
    assertThat(result.line(1).reason()).contains("no member stands in the file");
    assertThat(result.line(3).verdict()).isEqualTo(Verdict.KEPT);
  }

  @Test
  void a_name_that_two_have_or_that_is_a_number_is_given_to_nobody_else() {
    House.Result result =
        imported(
            "[700]\nmember = PJSIP/1,0,Anna\nmember = PJSIP/2,0,Anna\nmember = PJSIP/3,0,*7\n");
    assertThat(result.house().phones().names()).hasSize(1).containsValue("Anna");
  }

  @Test
  void what_no_line_says_is_what_app_queue_does_then() {
    House.Result result = imported("[700]\nmember = PJSIP/101\n");
    assertThat(result.extension("101").times().ring()).isEqualTo(Duration.ofSeconds(15));
    assertThat(result.extension("101").holdCapacity()).isEqualTo(1);
    assertThat(result.group("700").hunting().strategy().words()).isEqualTo("simultaneous");
    assertThat(result.group("700").waiting().queueLimit()).isEqualTo(1_000_000);
    assertThat(result.group("700").presence().nobodyThere().onArrival()).isEmpty();
  }
}
