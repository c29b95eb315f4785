package io.ringwright.ami;

import io.ringwright.availability.Attendance;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.view.Attendances;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which lamps there are for a phone list, and which of them are to be on.
 *
 * <p>Thread safety: immutable.
 */
final class LampPlan {

  private final Map<DirectoryNumber, List<DirectoryNumber>> groups;

  private LampPlan(Map<DirectoryNumber, List<DirectoryNumber>> groups) {
    this.groups = groups;
  }

  /** The lamps of a phone list: two for each extension, and two for each of its hunt groups. */
  static LampPlan of(PhoneList phones) {
    Map<DirectoryNumber, List<DirectoryNumber>> groups = new HashMap<>();
    phones.extensions().forEach(each -> groups.put(each.number(), new ArrayList<>()));
    for (HuntGroup group : phones.huntGroups()) {
      for (HuntGroup.Member member : group.members()) {
        if (member.to() instanceof Destination.ToExtension to) {
          groups.computeIfAbsent(to.number(), none -> new ArrayList<>()).add(group.number());
        }
      }
    }
    return new LampPlan(groups);
  }

  /** All lamps. */
  Map<LampName, Boolean> all(Attendances now) {
    Map<LampName, Boolean> lamps = new HashMap<>();
    groups.keySet().forEach(extension -> put(extension, now, lamps));
    return lamps;
  }

  /** Those of extensions whose attendance differs. */
  Map<LampName, Boolean> changed(Attendances before, Attendances now) {
    Set<DirectoryNumber> touched = new HashSet<>();
    for (Attendances each : List.of(before, now)) {
      touched.addAll(each.whole().keySet());
      touched.addAll(each.inGroups().keySet());
    }
    touched.removeIf(extension -> !groups.containsKey(extension) || same(extension, before, now));
    Map<LampName, Boolean> lamps = new HashMap<>();
    touched.forEach(extension -> put(extension, now, lamps));
    return lamps;
  }

  private static boolean same(DirectoryNumber extension, Attendances before, Attendances now) {
    return before.of(extension).equals(now.of(extension))
        && before
            .inGroups()
            .getOrDefault(extension, Map.of())
            .equals(now.inGroups().getOrDefault(extension, Map.of()));
  }

  private void put(DirectoryNumber extension, Attendances now, Map<LampName, Boolean> lamps) {
    put(extension, "", now.of(extension), lamps);
    for (DirectoryNumber group : groups.getOrDefault(extension, List.of())) {
      put(extension, group.digits(), now.of(extension, group), lamps);
    }
  }

  private static void put(
      DirectoryNumber extension, String group, Attendance is, Map<LampName, Boolean> lamps) {
    LampName.of(LampName.Kind.LOGIN, extension, group)
        .ifPresent(lamp -> lamps.put(lamp, is.loggedIn()));
    LampName.of(LampName.Kind.PAUSE, extension, group)
        .ifPresent(lamp -> lamps.put(lamp, is.pausedFor().isPresent()));
  }
}
