package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import java.util.ArrayList;
import java.util.List;

/** What was found so far, and how much was looked at. */
final class Findings {

  private static final int MOST_STOPS_SHOWN = 12;

  private final List<Finding> found = new ArrayList<>();
  private long steps;

  void add(Finding.Kind kind, String item, String value, String remedy) {
    found.add(new Finding(kind, item, value, remedy));
  }

  List<Finding> found() {
    return List.copyOf(found);
  }

  /** One more edge of the directory was looked at. */
  void step() {
    steps++;
  }

  long steps() {
    return steps;
  }

  static String item(Extension extension) {
    return "extension " + extension.number();
  }

  static String item(HuntGroup group) {
    return "hunt group " + group.number();
  }

  /** A way in short. */
  static String way(List<? extends Destination> stops) {
    int cut = Math.max(0, stops.size() - 1 - MOST_STOPS_SHOWN);
    List<String> shown = new ArrayList<>();
    for (int at = 0; at < stops.size(); at++) {
      if (at < MOST_STOPS_SHOWN || at == stops.size() - 1) {
        shown.add(stops.get(at).digits());
      } else if (at == MOST_STOPS_SHOWN) {
        shown.add("… (" + cut + " more)");
      }
    }
    return String.join(" → ", shown);
  }
}
