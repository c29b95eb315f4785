package io.ringwright.journal.sqlite;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The house in which the engine is killed: two hunt groups that share phones. */
final class VictimWorld {

  static final PbxId PBX = PbxId.of("lab");

  /** The first and the last never log out, so that nobody who waits has to go. */
  static final List<String> EXTENSIONS =
      List.of("100", "101", "102", "103", "104", "105", "106", "107");

  static final Attendance OUT = new Attendance(false, Optional.empty());
  static final Attendance LUNCH = new Attendance(true, Optional.of("lunch"));

  private VictimWorld() {}

  static PhoneList phones() {
    PhoneListBuilder phones = PhoneList.builder();
    EXTENSIONS.forEach(number -> phones.extension(number, one -> one.device("PJSIP/" + number)));
    group(phones, "700", "701", EXTENSIONS.subList(0, 6));
    group(phones, "701", "700", EXTENSIONS.subList(2, 8));
    return phones.build();
  }

  private static void group(
      PhoneListBuilder phones, String number, String other, List<String> members) {
    phones.huntGroup(
        number,
        group -> {
          members.forEach(group::member);
          group.leaveByKey("1", other).queueLimit(1000).longestWait(Duration.ofHours(2));
        });
  }

  static Channel channel(CallId call) {
    return new Channel(PBX, "PJSIP/trunk-" + call);
  }

  /** What the channel of a call says of it. */
  static RememberedCall remembered(CallId call) {
    return new RememberedCall(
        call,
        channel(call),
        CallerId.of("0301234567"),
        DirectoryNumber.of("700"),
        Priority.NORMAL,
        Instant.EPOCH);
  }

  static String word(CallRouter router, String extension) {
    Attendance attendance = router.attendance(DirectoryNumber.of(extension));
    return word(attendance);
  }

  static String word(Attendance attendance) {
    return attendance.loggedIn() ? attendance.pausedFor().orElse("in") : "out";
  }
}
