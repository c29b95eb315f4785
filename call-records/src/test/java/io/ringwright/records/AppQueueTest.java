package io.ringwright.records;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The same stories as app_queue of Asterisk 22.10 was given: these are the lines that it wrote, but
 * for the second, the call and the unique id of the agent's channel.
 *
 * <p>app_queue rings a member again after {@code retry} seconds, and writes the phones of one
 * attempt in another order: where that shows, the test says so.
 */
class AppQueueTest {

  private static final Map<String, String> NAMES =
      Map.of("100", "Anna", "101", "Nora", "102", "Ben", "1", "one", "2", "all", "3", "nobody");

  private static final PhoneList PHONES =
      PhoneList.builder()
          .extension("100", anna -> anna.device("PJSIP/100").ringTime(ofSeconds(4)))
          .extension("101", nora -> nora.device("PJSIP/101").ringTime(ofSeconds(4)))
          .extension("102", ben -> ben.device("PJSIP/102"))
          .huntGroup("1", one -> one.member("100").member("102"))
          .huntGroup(
              "2", all -> all.strategy(StandardStrategy.SIMULTANEOUS).member("101").member("100"))
          .huntGroup(
              "3", nobody -> nobody.member("101").longestWait(ofSeconds(6)).leaveByKey("1", "1"))
          .build();

  private static final class Names implements QueueLogNames {
    @Override
    public String queue(DirectoryNumber group) {
      return NAMES.getOrDefault(group.digits(), "");
    }

    @Override
    public String agent(DirectoryNumber extension) {
      return NAMES.getOrDefault(extension.digits(), "");
    }

    @Override
    public String member(DirectoryNumber extension) {
      return "Local/b@agents/n";
    }

    @Override
    public List<DirectoryNumber> groups(DirectoryNumber extension) {
      return QueueLogNames.numbers(() -> PHONES).groups(extension);
    }
  }

  private final Office office = new Office(PHONES, new Names());

  /** The lines with seconds since the first, and without call and channel. */
  private static List<String> comparable(List<String> lines) {
    long first = Long.parseLong(lines.get(0).split("\\|")[0]);
    return lines.stream().map(line -> comparable(line, first)).toList();
  }

  private static String comparable(String line, long first) {
    String[] parts = line.split("\\|", -1);
    parts[0] = "" + (Long.parseLong(parts[0]) - first);
    parts[1] = parts[1].matches(".*\\d.*") ? "CALL" : parts[1];
    if (parts[4].equals("CONNECT")) {
      parts[6] = "CHANNEL";
    }
    return String.join("|", parts);
  }

  private void assertAsAppQueue(String... real) {
    assertThat(comparable(office.lines)).isEqualTo(comparable(List.of(real)));
  }

  @Test
  void an_agent_who_answers_and_hangs_up() {
    office.engaged("102").answers("100", 1);
    office.call("0301", "1");
    office.after(4);
    office.hangUp("100");
    assertAsAppQueue(
        "1795871926|lab-1795871925.1|one|NONE|ENTERQUEUE||0301|1",
        "1795871927|lab-1795871925.1|one|Anna|CONNECT|1|lab-1795871926.2|1",
        "1795871930|lab-1795871925.1|one|Anna|COMPLETEAGENT|1|3|1");
  }

  @Test
  void a_caller_who_hangs_up_in_the_talk() {
    office.engaged("102").answers("100", 1);
    Caller caller = office.call("0301", "1");
    office.after(2);
    office.hangUp(caller);
    assertAsAppQueue(
        "1795871933|lab-1795871932.5|one|NONE|ENTERQUEUE||0301|1",
        "1795871934|lab-1795871932.5|one|Anna|CONNECT|1|lab-1795871933.6|1",
        "1795871935|lab-1795871932.5|one|Anna|COMPLETECALLER|1|1|1");
  }

  @Test
  void of_phones_that_ring_together_one_is_answered() {
    office.answers("100", 1).answers("101", 3);
    office.call("0303", "2");
    office.after(4);
    office.hangUp("100");
    assertAsAppQueue(
        "1795871950|lab-1795871949.15|all|NONE|ENTERQUEUE||0303|1",
        "1795871951|lab-1795871949.15|all|Anna|CONNECT|1|lab-1795871950.16|1",
        "1795871954|lab-1795871949.15|all|Anna|COMPLETEAGENT|1|3|1");
  }

  @Test
  void a_caller_who_hangs_up_while_a_phone_rings() {
    Caller caller = office.call("0305", "3");
    office.after(ofMillis(2499));
    office.hangUp(caller);
    assertAsAppQueue(
        "1795871966|lab-1795871965.27|nobody|NONE|ENTERQUEUE||0305|1",
        "1795871968|lab-1795871965.27|nobody|Nora|RINGCANCELED|2499",
        "1795871968|lab-1795871965.27|nobody|NONE|ABANDON|1|1|2");
  }

  @Test
  void a_caller_whom_nobody_answers_in_time() {
    office.call("0308", "3");
    office.after(10);
    // app_queue rang Nora once more, from the fifth second on.
    assertAsAppQueue(
        "1795871986|lab-1795871985.45|nobody|NONE|ENTERQUEUE||0308|1",
        "1795871990|lab-1795871985.45|nobody|Nora|RINGNOANSWER|4000",
        "1795871992|lab-1795871985.45|nobody|NONE|EXITWITHTIMEOUT|1|1|6");
  }

  @Test
  void a_pause_of_all_queues_and_its_end() {
    office.attends("102", new Attendance(true, Optional.of("")));
    office.attends("102", Attendance.PRESENT);
    assertAsAppQueue(
        "1795872151|NONE|NONE|Ben|PAUSEALL|",
        "1795872151|NONE|one|Ben|PAUSE|",
        "1795872151|NONE|NONE|Ben|UNPAUSEALL|",
        "1795872151|NONE|one|Ben|UNPAUSE|");
  }

  @Test
  void pauses_in_one_queue_with_another_reason_in_between() {
    office.attends("102", "1", new Attendance(true, Optional.of("tea")));
    office.attends("102", "1", new Attendance(true, Optional.of("cake")));
    office.attends("102", "1", Attendance.PRESENT);
    assertAsAppQueue(
        "1795871998|NONE|one|Ben|PAUSE|tea",
        "1795871998|NONE|one|Ben|PAUSE|cake",
        "1795871998|NONE|one|Ben|UNPAUSE|");
  }

  @Test
  void a_member_who_leaves_and_comes_back_as_over_ami() {
    office.attends("102", new Attendance(false, Optional.empty()));
    office.attends("102", Attendance.PRESENT);
    // Given by the command line there, which writes CLI instead of MANAGER.
    assertAsAppQueue(
        "1795871998|MANAGER|one|Local/b@agents/n|REMOVEMEMBER|",
        "1795871998|MANAGER|one|Local/b@agents/n|ADDMEMBER|");
  }

  @Test
  void a_key_that_leads_away() {
    office.engaged("101").engaged("100").engaged("102");
    Caller caller = office.call("0305", "3");
    office.after(1);
    caller.press('1');
    office.after(1);
    // Between the two app_queue cancelled the ring of Nora, who is in a call here.
    assertThat(comparable(office.lines).subList(0, 2))
        .isEqualTo(
            comparable(
                List.of(
                    "1795871971|lab-1795871970.31|nobody|NONE|ENTERQUEUE||0305|1",
                    "1795871972|lab-1795871970.31|nobody|NONE|EXITWITHKEY|1|1|1|1")));
  }

  @Test
  void a_start() {
    office.queueLog.started();
    assertAsAppQueue("1795871925|NONE|NONE|NONE|QUEUESTART|");
  }
}
