package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.call.Destination;
import io.ringwright.call.Destination.ToExtension;
import io.ringwright.call.Destination.ToHuntGroup;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.view.Activity.State;
import io.ringwright.view.ExtensionView;
import io.ringwright.view.QueueView.Members;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Counts the extensions behind a queue by what they do. A queue that is in the phone list no longer
 * has none; calls wait for it until they are looked at anew.
 */
final class QueueMembers {

  private final PhoneList phones;
  private final Map<DirectoryNumber, ExtensionView> views;

  /**
   * Of one moment.
   *
   * @param views all extensions of the phone list
   */
  QueueMembers(PhoneList phones, List<ExtensionView> views) {
    this.phones = phones;
    this.views = new HashMap<>(views.size() * 4 / 3 + 1);
    views.forEach(view -> this.views.put(view.number(), view));
  }

  /** Those of an extension or a hunt group; none of any other destination. */
  Members of(Destination queue) {
    Map<DirectoryNumber, Boolean> attending = new HashMap<>();
    if (queue instanceof ToExtension one && phones.hasExtension(one.number())) {
      attending.put(one.number(), view(one.number()).attendance().isPresent());
    }
    if (queue instanceof ToHuntGroup group && phones.huntGroup(group.number()).isPresent()) {
      collect(group.number(), attending);
    }
    return counted(attending);
  }

  /** A group reached on several ways is looked at once. */
  private void collect(DirectoryNumber first, Map<DirectoryNumber, Boolean> attending) {
    Set<DirectoryNumber> seen = new HashSet<>(Set.of(first));
    Deque<DirectoryNumber> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      HuntGroup group = phones.huntGroup(open.remove()).orElseThrow();
      for (HuntGroup.Member member : group.members()) {
        if (member.to() instanceof ToExtension one) {
          boolean takes = attends(view(one.number()), group.number());
          attending.merge(one.number(), takes, Boolean::logicalOr);
        }
        if (member.to() instanceof ToHuntGroup within && seen.add(within.number())) {
          open.add(within.number());
        }
      }
    }
  }

  private Members counted(Map<DirectoryNumber, Boolean> attending) {
    int takes = 0;
    int free = 0;
    for (Map.Entry<DirectoryNumber, Boolean> each : attending.entrySet()) {
      if (each.getValue()) {
        takes++;
        free += view(each.getKey()).activity().state() == State.FREE ? 1 : 0;
      }
    }
    return new Members(attending.size(), takes, free);
  }

  private ExtensionView view(DirectoryNumber extension) {
    return Objects.requireNonNull(views.get(extension));
  }

  private static boolean attends(ExtensionView view, DirectoryNumber group) {
    return view.attendance().isPresent()
        && view.inGroups().getOrDefault(group, Attendance.PRESENT).isPresent();
  }
}
