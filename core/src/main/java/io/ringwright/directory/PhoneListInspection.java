package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import io.ringwright.directory.CallForwarding.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Turns what builders hold into values and collects every mistake on the way. Nothing is thrown
 * before everything was looked at.
 */
final class PhoneListInspection {

  private static final Duration SHORTEST_RING = Duration.ofSeconds(1);
  private static final Duration LONGEST_RING = Duration.ofHours(1);
  private static final Duration LONGEST_REST = Duration.ofDays(1);
  private static final Duration LONGEST_WAIT = Duration.ofDays(365);

  private final PhoneListBuilder source;
  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, String> takenBy = new HashMap<>();
  private final Set<String> extensionNumbers = new HashSet<>();
  private final Set<String> groupNumbers = new HashSet<>();

  PhoneListInspection(PhoneListBuilder source) {
    this.source = source;
  }

  PhoneList inspect() {
    source.extensions.forEach(each -> extensionNumbers.add(each.number));
    source.groups.forEach(each -> groupNumbers.add(each.number));
    source.externalPrefixes.forEach(this::inspectPrefix);
    Map<DirectoryNumber, Extension> extensions = new LinkedHashMap<>();
    source.extensions.forEach(
        each -> extension(each).ifPresent(made -> extensions.put(made.number(), made)));
    Map<DirectoryNumber, HuntGroup> groups = new LinkedHashMap<>();
    source.groups.forEach(each -> group(each).ifPresent(made -> groups.put(made.number(), made)));
    if (!mistakes.isEmpty()) {
      throw new DirectoryException(mistakes);
    }
    return new PhoneList(extensions, groups, source.lineOrder());
  }

  private Optional<Extension> extension(ExtensionBuilder given) {
    String item = "extension " + given.number;
    Optional<DirectoryNumber> number = newNumber(item, given.number);
    Optional<Device> device = Device.parse(given.device());
    if (device.isEmpty()) {
      mistake(item, "device '" + given.device() + "'", "technology/resource, such as PJSIP/100");
    }
    require(given.holdCapacity() >= 0, item, "hold capacity " + given.holdCapacity(), "0 or more");
    Extension.Times times = times(item, given);
    Extension.Duty duty = duty(item, given);
    CallForwarding forwarding = forwarding(item, given);
    WaitingPolicy waiting = waiting(item, given.number, given.waiting);
    return number.isEmpty() || device.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Extension(
                number.get(),
                device.get(),
                given.service(),
                given.holdCapacity(),
                times,
                duty,
                forwarding,
                waiting));
  }

  private Extension.Times times(String item, ExtensionBuilder given) {
    require(
        within(SHORTEST_RING, LONGEST_RING, given.ringTime()),
        item,
        "ring time " + given.ringTime(),
        "a second to an hour");
    require(
        within(Duration.ZERO, LONGEST_REST, given.wrapUp()),
        item,
        "wrap-up " + given.wrapUp(),
        "zero to a day");
    require(
        within(Duration.ZERO, LONGEST_REST, given.backOff()),
        item,
        "back-off " + given.backOff(),
        "zero to a day");
    return new Extension.Times(given.ringTime(), given.wrapUp(), given.backOff());
  }

  private Extension.Duty duty(String item, ExtensionBuilder given) {
    require(
        given.pauseAfterUnanswered() >= 0,
        item,
        "pause after " + given.pauseAfterUnanswered() + " unanswered rings",
        "1 or more, or 0 for never");
    given
        .skills()
        .forEach(
            (skill, level) -> {
              require(
                  Requirements.isSkill(skill),
                  item,
                  "skill '" + skill + "'",
                  "1 to 32 letters, digits, dashes or underscores");
              require(
                  level >= 1 && level <= 100,
                  item,
                  "skill " + skill + " at level " + level,
                  "1 to 100");
            });
    return new Extension.Duty(given.skills(), given.pauseAfterUnanswered());
  }

  private static boolean within(Duration least, Duration most, Duration given) {
    return given.compareTo(least) >= 0 && given.compareTo(most) <= 0;
  }

  private CallForwarding forwarding(String item, ExtensionBuilder given) {
    Map<Kind, List<CallForwarding.Entry>> entries = new EnumMap<>(Kind.class);
    for (ExtensionBuilder.Forward forward : given.forwards) {
      String what = "forwarding " + forward.kind().words() + " to '" + forward.to() + "'";
      if (forward.to().equals(given.number)) {
        mistake(item, what, "another number than its own");
        continue;
      }
      destination(item, what, forward.to())
          .ifPresent(
              to ->
                  entries
                      .computeIfAbsent(forward.kind(), kind -> new ArrayList<>())
                      .add(new CallForwarding.Entry(to, forward.when())));
    }
    return new CallForwarding(entries);
  }

  private Optional<HuntGroup> group(HuntGroupBuilder given) {
    String item = "hunt group " + given.number;
    Optional<DirectoryNumber> number = newNumber(item, given.number);
    Optional<DirectoryNumber> key =
        given.menuKey().isEmpty()
            ? Optional.empty()
            : newNumber(item + " menu key", given.menuKey());
    require(!given.members.isEmpty(), item, "no members", "at least one member");
    List<HuntGroup.Member> members = members(item, given);
    WaitingPolicy waiting = waiting(item, given.number, given.waiting);
    HuntGroup.Hunting hunting = hunting(item, given);
    return number.map(
        own -> new HuntGroup(own, key, members, hunting, given.requirements(), waiting));
  }

  private HuntGroup.Hunting hunting(String item, HuntGroupBuilder given) {
    require(
        within(SHORTEST_RING, LONGEST_RING, given.growth()),
        item,
        "one more phone every " + given.growth(),
        "a second to an hour");
    Map<Priority, Duration> opening = new HashMap<>();
    given.opening.forEach(
        (priority, after) -> {
          String what = "priority " + priority + " opening after " + after;
          boolean known = given.members.stream().anyMatch(each -> each.priority() >= priority);
          boolean fits =
              require(priority >= 2 && priority <= 1000, item, what, "priority 2 to 1000");
          if (fits
              && require(
                  within(Duration.ofNanos(1), LONGEST_REST, after),
                  item,
                  what,
                  "above zero, up to a day")
              && require(known, item, what, "a priority that a member has")) {
            opening.put(Priority.of(priority), after);
          }
        });
    return new HuntGroup.Hunting(
        given.strategy(),
        given.preference(),
        given.forwarding(),
        new HuntGroup.Escalation(new TreeMap<>(opening)),
        given.growth());
  }

  @SuppressWarnings("ShortCircuitBoolean") // every mistake is to be told, not the first alone
  private List<HuntGroup.Member> members(String item, HuntGroupBuilder given) {
    List<HuntGroup.Member> members = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (HuntGroupBuilder.Entry entry : given.members) {
      String what = "member '" + entry.number() + "'";
      boolean fits =
          require(known(entry.number()), item, what, "an extension or a hunt group of the list")
              & require(
                  !entry.number().equals(given.number), item, what, "another group than itself")
              & require(seen.add(entry.number()), item, what + " twice", "each member once")
              & require(
                  entry.weight() >= 1 && entry.weight() <= 1000,
                  item,
                  what + " with weight " + entry.weight(),
                  "1 to 1000")
              & require(
                  entry.priority() >= 1 && entry.priority() <= 1000,
                  item,
                  what + " with priority " + entry.priority(),
                  "1 (highest) to 1000");
      if (fits) {
        inHouse(entry.number())
            .map(to -> new HuntGroup.Member(to, Priority.of(entry.priority()), entry.weight()))
            .ifPresent(members::add);
      }
    }
    return members;
  }

  private boolean known(String number) {
    return extensionNumbers.contains(number) || groupNumbers.contains(number);
  }

  private Optional<Destination> inHouse(String number) {
    Optional<DirectoryNumber> parsed = DirectoryNumber.parse(number);
    return extensionNumbers.contains(number)
        ? parsed.map(Destination.ToExtension::new)
        : parsed.map(Destination.ToHuntGroup::new);
  }

  private WaitingPolicy waiting(String item, String own, WaitingPolicyBuilder given) {
    require(given.queueLimit() >= 0, item, "queue limit " + given.queueLimit(), "0 or more");
    require(
        within(Duration.ofNanos(1), LONGEST_WAIT, given.longestWait()),
        item,
        "longest wait " + given.longestWait(),
        "above zero, up to 365 days");
    return new WaitingPolicy(
        given.queueLimit(),
        given.longestWait(),
        overflow(item, own, given),
        leaving(item, own, given));
  }

  private WaitingPolicy.Leaving leaving(String item, String own, WaitingPolicyBuilder given) {
    Map<DirectoryNumber, Destination> keys = new LinkedHashMap<>();
    given.leaveKeys.forEach(
        (key, to) -> {
          String what = "key '" + key + "' to '" + to + "'";
          boolean fits = require(!to.equals(own), item, what, "another number than its own");
          Optional<Destination> destination = fits ? destination(item, what, to) : Optional.empty();
          destination.ifPresent(found -> key(item, key).ifPresent(each -> keys.put(each, found)));
        });
    Optional<DirectoryNumber> callBack =
        given.callBackKey.isEmpty() ? Optional.empty() : key(item, given.callBackKey);
    require(
        !given.leaveKeys.containsKey(given.callBackKey),
        item,
        "key '" + given.callBackKey + "' to be called back",
        "a key that leads nowhere else");
    require(
        within(Duration.ZERO, LONGEST_REST, given.placeKeptFor),
        item,
        "place kept for " + given.placeKeptFor,
        "zero to a day");
    return new WaitingPolicy.Leaving(keys, callBack, given.placeKeptFor, given.byNumber);
  }

  private Optional<DirectoryNumber> key(String item, String key) {
    Optional<DirectoryNumber> parsed = DirectoryNumber.parse(key);
    boolean fits =
        require(
            key.length() == 1 && parsed.isPresent(),
            item,
            "key '" + key + "'",
            "one of 0-9, * and #");
    return fits ? parsed : Optional.empty();
  }

  private Optional<Destination> overflow(String item, String own, WaitingPolicyBuilder given) {
    String to = given.overflow();
    if (to.isEmpty()) {
      return Optional.empty();
    }
    String what = "overflow to '" + to + "'";
    if (to.equals(own)) {
      mistake(item, what, "another number than its own");
      return Optional.empty();
    }
    return destination(item, what, to);
  }

  private Optional<Destination> destination(String item, String what, String to) {
    if (known(to)) {
      return inHouse(to);
    }
    if (source.externalPrefixes.stream().anyMatch(to::startsWith)) {
      return external(item, what, to);
    }
    mistake(
        item,
        what,
        "an extension or a hunt group of the list, or an external number that allowExternal permits");
    return Optional.empty();
  }

  private Optional<Destination> external(String item, String what, String to) {
    try {
      return Optional.of(new Destination.ToExternal(ExternalNumber.of(to)));
    } catch (IllegalArgumentException malformed) {
      mistake(item, what, "an optional + and 3 to 15 digits");
      return Optional.empty();
    }
  }

  private Optional<DirectoryNumber> newNumber(String item, String text) {
    Optional<DirectoryNumber> number = DirectoryNumber.parse(text);
    if (number.isEmpty()) {
      mistake(item, "number '" + text + "'", "1 to 20 of 0-9, * and #");
      return number;
    }
    String owner = takenBy.putIfAbsent(text, item);
    if (owner != null) {
      mistake(item, "number '" + text + "' again", "a number that " + owner + " does not have");
    }
    return number;
  }

  private void inspectPrefix(String prefix) {
    String digits = prefix.startsWith("+") ? prefix.substring(1) : prefix;
    boolean valid = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    require(
        valid, "allowed external numbers", "prefix '" + prefix + "'", "an optional + and digits");
  }

  private boolean require(boolean fits, String item, String value, String expected) {
    if (!fits) {
      mistake(item, value, expected);
    }
    return fits;
  }

  private void mistake(String item, String value, String expected) {
    mistakes.add(item + ": " + value + " is not valid; expected " + expected);
  }
}
