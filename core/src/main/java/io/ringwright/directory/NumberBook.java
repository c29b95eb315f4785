package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who has which number of a phone list in the making, and where a number written in it leads. */
final class NumberBook {

  private final Mistakes mistakes;

  /** By number as written: all that name one number share one value. Empty if it is malformed. */
  private final Map<String, Optional<Destination>> inHouse = new HashMap<>();

  private final List<String> externalPrefixes;
  private final List<String> callBackPrefixes;
  private final Map<String, String> takenBy = new HashMap<>();

  NumberBook(DescribedPhoneList source, Mistakes mistakes) {
    this.mistakes = mistakes;
    source.groups().forEach(each -> note(each.number, Destination.ToHuntGroup::new));
    source.extensions().forEach(each -> note(each.number, Destination.ToExtension::new));
    externalPrefixes = source.externalPrefixes().stream().filter(this::inspectPrefix).toList();
    callBackPrefixes = source.callBackPrefixes().stream().filter(this::inspectPrefix).toList();
  }

  /** With what numbers outside the house begin that may be called. */
  AllowedNumbers allowed() {
    return new AllowedNumbers(externalPrefixes, callBackPrefixes);
  }

  private void note(String number, Function<DirectoryNumber, Destination> made) {
    inHouse.put(number, DirectoryNumber.parse(number).map(made));
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
    Optional<DirectoryNumber> number = number(text);
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

  private Optional<DirectoryNumber> number(String text) {
    Optional<Destination> known = inHouse(text);
    if (known.isEmpty()) {
      return DirectoryNumber.parse(text);
    }
    return known.get() instanceof Destination.ToHuntGroup to
        ? Optional.of(to.number())
        : Optional.of(((Destination.ToExtension) known.get()).number());
  }

  boolean knows(String number) {
    return inHouse.containsKey(number);
  }

  /** Whether a number is in the house, or may be called outside it. */
  boolean mayBeCalled(String number) {
    return knows(number) || mayBeCalledOutside(number);
  }

  /** Whether a number outside may be called. */
  boolean mayBeCalledOutside(String number) {
    return externalPrefixes.stream().anyMatch(number::startsWith);
  }

  /** The extension or hunt group of this number. */
  Optional<Destination> inHouse(String number) {
    return inHouse.getOrDefault(number, Optional.empty());
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
    if (knows(to) && !to.equals(own)) {
      return inHouse(to);
    }
    String given = what + " to " + Mistakes.quoted(to);
    if (to.equals(own)) {
      mistakes.add(item, given + " leads back to itself", "another number than its own");
      return Optional.empty();
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

  /** The same of something that may lead to a place in the dialplan of the host too. */
  Optional<Destination> destination(String item, String own, String what, Goal to) {
    return to instanceof Goal.ToPlace dialplan
        ? Optional.of(new Destination.ToDialplan(dialplan.place()))
        : destination(item, own, what, to.toString());
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
