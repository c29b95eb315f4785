package io.ringwright.imports;

import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is a member of any queue, by device: the extensions of the phone list. */
final class Roster {

  private static final int FIRST_FREE = 1000;

  private final Dialplan dialplan;
  private final FreeNumbers numbers;
  private final ReportBook book;
  private final Map<String, Person> people = new LinkedHashMap<>();
  private final Map<String, String> names = new LinkedHashMap<>();
  private final Map<String, String> owners = new HashMap<>();

  Roster(Dialplan dialplan, FreeNumbers numbers, ReportBook book) {
    this.dialplan = dialplan;
    this.numbers = numbers;
    this.book = book;
  }

  /** These numbers are those of groups. */
  void reserve(Collection<String> groups) {
    groups.forEach(each -> owners.put(each, ""));
  }

  List<Person> people() {
    return List.copyOf(people.values());
  }

  /** The names of extensions, by number; a name that two would have is given to the first. */
  Map<String, String> names() {
    return names;
  }

  /** The members of a queue in the order of the file; who is named twice stands last. */
  List<Membership> members(QueueSource queue) {
    Map<String, MemberLine> lines = new LinkedHashMap<>();
    for (ConfigLine each : queue.members()) {
      MemberLine line = MemberLine.of(each);
      String key = line.device().toLowerCase(Locale.ROOT);
      MemberLine earlier = lines.remove(key);
      if (earlier != null && !earlier.line().at().equals(each.at())) {
        book.note(earlier.line(), Outcome.notNeeded("named again: " + each.at() + " counts"));
      }
      lines.put(key, line);
    }
    List<Membership> members = new ArrayList<>();
    lines.values().forEach(each -> member(each, queue).ifPresent(members::add));
    return members;
  }

  private Optional<Membership> member(MemberLine line, QueueSource queue) {
    Optional<Person> person = person(line);
    if (person.isEmpty()) {
      book.note(
          line.line(),
          Outcome.notPossible(
              "'"
                  + ReportBook.shown(line.device())
                  + "' is no device, or a number outside: name"
                  + " it in the file, as outside"));
      return Optional.empty();
    }
    int wrapUp = line.wrapUp().orElse(queue.number("wrapuptime", 0));
    boolean inUse = line.ringsInUse().orElse(queue.yes("ringinuse", true));
    person.get().serves(queue.ringTime(), wrapUp, inUse);
    book.note(line.line(), outcome(line, person.get()));
    return Optional.of(new Membership(person.get(), line.penalty()));
  }

  private Optional<Person> person(MemberLine line) {
    String key = line.device().toLowerCase(Locale.ROOT);
    Person known = people.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    if (!RingTarget.isDialString(line.device())) {
      return Optional.empty();
    }
    Person person = new Person(number(line, key), line.device(), watched(line));
    person.serves(1, 0, true);
    if (line.isAgent()) {
      person.outOfService();
    }
    if (!person.isPossible()) {
      return Optional.empty();
    }
    people.put(key, person);
    line.name()
        .filter(name -> !names.containsValue(name) && !name.matches("\\+?[0-9*#]+"))
        .ifPresent(name -> names.put(person.number(), name));
    return Optional.of(person);
  }

  private String number(MemberLine line, String key) {
    Optional<String> number =
        line.digits()
            .or(() -> dialplan.numberOf(line.device()).filter(each -> each.matches("[0-9]+")))
            .filter(each -> each.length() <= 20)
            .filter(each -> owners.putIfAbsent(each, key) == null);
    if (number.isEmpty()) {
      String free = numbers.next(FIRST_FREE);
      owners.put(free, key);
      return free;
    }
    numbers.take(number.get());
    return number.get();
  }

  private String watched(MemberLine line) {
    Optional<String> state = line.state().filter(each -> Device.parse(each).isPresent());
    if (state.isPresent() || !line.isLocal()) {
      return state.orElse(line.device());
    }
    return hint(line).orElse(line.device().replaceFirst("/[nijmb]+$", ""));
  }

  private Optional<String> hint(MemberLine line) {
    return line.digits()
        .flatMap(dialplan::hint)
        .map(Dialplan.Hint::toString)
        .filter(each -> Device.parse(each).isPresent());
  }

  private Outcome outcome(MemberLine line, Person person) {
    List<String> changes = new ArrayList<>();
    add(
        changes,
        !line.digits().equals(Optional.of(person.number())),
        "has no number of its own: check it");
    add(changes, line.hasNegativePenalty(), "a penalty below 0 counts as 0");
    add(changes, line.penalty() > 999, "the lowest priority is 1000");
    add(changes, line.isPaused(), "a pause is no part of the list: tell it to the engine");
    add(changes, line.isOutside(), "stands behind a trunk: if that is outside, name it as outside");
    add(
        changes,
        line.state().filter(each -> Device.parse(each).isEmpty()).isPresent(),
        "the state interface is none that can be watched");
    add(
        changes,
        line.isLocal() && line.state().isEmpty() && hint(line).isEmpty(),
        "nothing tells whether it is engaged: name a hint to watch");
    add(changes, isWrong(Values.at(line.parts(), 4)), "ringinuse is neither yes nor no");
    add(changes, line.parts().size() > 7, "what follows the seventh part is not read");
    String where = "extension " + person.number() + ", priority " + (line.penalty() + 1);
    if (line.isAgent()) {
      return Outcome.notPossible(
          where + ", out of service: name the phone at which this agent logs in");
    }
    return changes.isEmpty()
        ? Outcome.kept(where)
        : Outcome.changed(where + "; " + String.join("; ", changes));
  }

  private static boolean isWrong(String word) {
    return !word.isEmpty() && !Values.yes(word) && !Values.isNo(word);
  }

  private static void add(List<String> changes, boolean so, String change) {
    if (so) {
      changes.add(change);
    }
  }
}
