package io.ringwright.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who has which name, so that settings can name people and groups instead of their numbers. */
final class Names {

  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9*#]+");

  private static final String SEVERAL = "Write several as a list, such as [101, 102].";

  private final Map<String, List<String>> numbers = new LinkedHashMap<>();

  void put(String name, String number) {
    numbers.computeIfAbsent(name, none -> new ArrayList<>()).add(number);
  }

  /** The number that a value is, or that of whom it names. */
  Optional<String> number(Spot at) {
    return at.text()
        .flatMap(text -> NUMBER.matcher(text).matches() ? Optional.of(text) : named(at, text));
  }

  private Optional<String> named(Spot at, String name) {
    List<String> found = numbers.getOrDefault(name, List.of());
    if (found.isEmpty()) {
      at.problem(
          at.setting() + " " + Words.quoted(name) + " is nobody's name",
          "a number, or a name that the file gives",
          name.indexOf(',') > 0 ? SEVERAL : at.meant(name, numbers.keySet()));
    } else if (found.size() > 1) {
      at.problem(
          at.setting()
              + " "
              + Words.quoted(name)
              + " is the name of "
              + String.join(" and ", found),
          "a name that is given once",
          "Write the number.");
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
