package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who has which number of a phone list in the making, and where a number written in it leads. */
final class NumberBook {

  private final Mistakes mistakes;
  private final Set<String> extensions = new HashSet<>();
  private final Set<String> groups = new HashSet<>();
  private final List<String> externalPrefixes;
  private final List<String> callBackPrefixes;
  private final Map<String, String> takenBy = new HashMap<>();

  NumberBook(PhoneListBuilder source, Mistakes mistakes) {
    this.mistakes = mistakes;
    source.extensions.forEach(each -> extensions.add(each.number));
    source.groups.forEach(each -> groups.add(each.number));
    externalPrefixes = source.externalPrefixes.stream().filter(this::inspectPrefix).toList();
    callBackPrefixes = source.callBackPrefixes.stream().filter(this::inspectPrefix).toList();
  }

  /** With what numbers begin that may be called back. */
  List<String> callBackPrefixes() {
    return callBackPrefixes;
  }

  private boolean inspectPrefix(String prefix) {
    String digits = prefix.startsWith("+") ? prefix.substring(1) : prefix;
    return mistakes.require(
        !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9'),
        "allowed numbers",
        "prefix " + Mistakes.quoted(prefix) + " is not valid",
        "an optional + and at least one digit");
  }

  /** Gives a number to an item, which must be the first to have it. */
  Optional<DirectoryNumber> claim(String item, String text) {
    Optional<DirectoryNumber> number = DirectoryNumber.parse(text);
    if (number.isEmpty()) {
      mistakes.add(
          item, "number " + Mistakes.quoted(text) + " is not valid", "1 to 20 of 0-9, * and #");
      return number;
    }
    String owner = takenBy.putIfAbsent(text, item);
    if (owner != null) {
      String problem =
          owner.equals(item) ? "is in the list twice" : "number " + text + " belongs to " + owner;
      mistakes.add(item, problem, "a number of its own");
    }
    return number;
  }

  boolean knows(String number) {
    return extensions.contains(number) || groups.contains(number);
  }

  /** The extension or hunt group of this number. */
  Optional<Destination> inHouse(String number) {
    if (!knows(number)) {
      return Optional.empty();
    }
    Optional<DirectoryNumber> parsed = DirectoryNumber.parse(number);
    return extensions.contains(number)
        ? parsed.map(Destination.ToExtension::new)
        : parsed.map(Destination.ToHuntGroup::new);
  }

  /**
   * Where something leads that may lead to anybody but the item itself, and outside by permission.
   *
   * @param item whose setting it is
   * @param own the item's own number
   * @param what the setting, in words
   * @param to what was written
   */
  Optional<Destination> destination(String item, String own, String what, String to) {
    String given = what + " to " + Mistakes.quoted(to);
    if (to.equals(own)) {
      mistakes.add(item, given + " leads back to itself", "another number than its own");
      return Optional.empty();
    }
    if (knows(to)) {
      return inHouse(to);
    }
    if (externalPrefixes.stream().anyMatch(to::startsWith)) {
      return external(item, given, to);
    }
    mistakes.add(
        item,
        given + " leads nowhere",
        "an extension or a hunt group of the list, or an external number that allowExternal permits");
    return Optional.empty();
  }

  private Optional<Destination> external(String item, String given, String to) {
    try {
      return Optional.of(new Destination.ToExternal(ExternalNumber.of(to)));
    } catch (IllegalArgumentException malformed) {
      mistakes.add(item, given + " is no external number", "an optional + and 3 to 15 digits");
      return Optional.empty();
    }
  }
}
