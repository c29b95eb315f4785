package io.ringwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What could not be read, counted by reason, with the first places of each.
 *
 * <p>Thread safety: for one thread.
 */
final class Trouble {

  private static final int PLACES = 3;
  private static final int MOST_REASONS = 50;

  private final Map<String, Counted> reasons = new TreeMap<>();

  private static final class Counted {
    long count;
    final List<String> places = new ArrayList<>();
  }

  /**
   * Notes something.
   *
   * @param why in words, one of few
   * @param place file and line
   */
  void note(String why, String place) {
    if (reasons.size() >= MOST_REASONS && !reasons.containsKey(why)) {
      return;
    }
    Counted counted = reasons.computeIfAbsent(why, any -> new Counted());
    counted.count++;
    if (counted.places.size() < PLACES) {
      counted.places.add(place);
    }
  }

  /** One line for each reason. */
  List<AuditReport.Unread> told() {
    return reasons.entrySet().stream()
        .map(
            each ->
                new AuditReport.Unread(
                    each.getKey(), each.getValue().count, each.getValue().places))
        .toList();
  }
}
