package io.ringwright.files;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Member;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import io.ringwright.files.Tree.Branch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What changed from one phone file to another, in words: {@code 101 (Anna) left 700 (Sales)},
 * {@code 101 (Anna): ring time 20 s → 30 s}, {@code 102 (Ben) is new}.
 *
 * <p>Thread safety: nothing is kept between calls; any thread may ask.
 */
public final class PhoneFileDifferences {

  /** Settings whose parts are told one by one. */
  private static final Set<String> PARTED =
      Set.of(
          "skills",
          "missed-rings",
          "forward",
          "keys",
          "call-back-sounds",
          "open-priority",
          "nobody-there",
          "callers-hear",
          "on-answer",
          "limits",
          "desks");

  private static final String NONE = "none";

  private final PhoneFile before;
  private final PhoneFile after;
  private final PhoneTree treeBefore;
  private final PhoneTree treeAfter;
  private final List<String> found = new ArrayList<>();

  private PhoneFileDifferences(PhoneFile before, PhoneFile after) {
    this.before = before;
    this.after = after;
    this.treeBefore = new PhoneTree(before, true, hours(before));
    this.treeAfter = new PhoneTree(after, true, hours(after));
  }

  /**
   * The differences.
   *
   * @param before a phone file
   * @param after another one
   * @return a line for each; none if both have equal phone lists, names and hours
   */
  public static List<String> between(PhoneFile before, PhoneFile after) {
    PhoneFileDifferences differences = new PhoneFileDifferences(before, after);
    differences.look();
    return List.copyOf(differences.found);
  }

  /** Hours by their name if they have one. */
  private static Function<Schedule, Tree> hours(PhoneFile file) {
    Map<Schedule, String> names = new LinkedHashMap<>();
    file.hours().forEach((name, schedule) -> names.putIfAbsent(schedule, name));
    return schedule ->
        names.containsKey(schedule)
            ? Tree.of(Objects.requireNonNull(names.get(schedule)))
            : HoursTree.inFull(schedule);
  }

  private void look() {
    compare("house: ", treeBefore.house().tall(), treeAfter.house().tall());
    compareHours();
    Map<DirectoryNumber, Extension> extensionsBefore = extensions(treeBefore.described());
    Map<DirectoryNumber, Extension> extensionsAfter = extensions(treeAfter.described());
    come(extensionsBefore.keySet(), extensionsAfter.keySet(), "extensions");
    extensionsAfter.forEach(
        (number, now) -> {
          Extension then = extensionsBefore.get(number);
          if (then != null && !isSame(number, then, now)) {
            compare(
                shown(after, number) + ": ",
                treeBefore.extension(then).tall(),
                treeAfter.extension(now).tall());
          }
        });
    groups(groups(treeBefore.described()), groups(treeAfter.described()));
  }

  /** Most are: nothing needs to be put into words then. */
  private boolean isSame(DirectoryNumber number, Object then, Object now) {
    return then.equals(now)
        && before.name(number).equals(after.name(number))
        && before.hours().equals(after.hours());
  }

  private void groups(
      Map<DirectoryNumber, HuntGroup> groupsBefore, Map<DirectoryNumber, HuntGroup> groupsAfter) {
    come(groupsBefore.keySet(), groupsAfter.keySet(), "hunt groups");
    groupsAfter.forEach(
        (number, now) -> {
          HuntGroup then = groupsBefore.get(number);
          if (then != null && !isSame(number, then, now)) {
            members(then, now);
            compare(
                shown(after, number) + ": ",
                treeBefore.group(then).tall(),
                treeAfter.group(now).tall());
          }
        });
  }

  private static Map<DirectoryNumber, Extension> extensions(PhoneList phones) {
    Map<DirectoryNumber, Extension> all = new LinkedHashMap<>();
    phones.extensions().forEach(each -> all.put(each.number(), each));
    return all;
  }

  private static Map<DirectoryNumber, HuntGroup> groups(PhoneList phones) {
    Map<DirectoryNumber, HuntGroup> all = new LinkedHashMap<>();
    phones.huntGroups().forEach(each -> all.put(each.number(), each));
    return all;
  }

  private static String shown(PhoneFile file, DirectoryNumber number) {
    return number + file.name(number).map(name -> " (" + name + ")").orElse("");
  }

  private void come(Set<DirectoryNumber> then, Set<DirectoryNumber> now, String what) {
    without(then, now).forEach(each -> found.add(shown(before, each) + " is gone"));
    without(now, then).forEach(each -> found.add(shown(after, each) + " is new"));
    if (isReordered(then, now)) {
      found.add(what + " stand in another order");
    }
  }

  private static <T> List<T> without(Collection<T> some, Collection<T> others) {
    return some.stream().filter(each -> !others.contains(each)).toList();
  }

  private static <T> boolean isReordered(Collection<T> then, Collection<T> now) {
    return !then.stream()
        .filter(now::contains)
        .toList()
        .equals(now.stream().filter(then::contains).toList());
  }

  private void members(HuntGroup then, HuntGroup now) {
    Map<DirectoryNumber, Member> membersThen = members(then);
    Map<DirectoryNumber, Member> membersNow = members(now);
    String group = shown(after, now.number());
    without(membersThen.keySet(), membersNow.keySet())
        .forEach(each -> found.add(shown(before, each) + " left " + group));
    without(membersNow.keySet(), membersThen.keySet())
        .forEach(each -> found.add(shown(after, each) + " joined " + group));
    membersNow.forEach(
        (number, member) -> {
          Member other = membersThen.get(number);
          if (other != null && !other.equals(member)) {
            String change = rank(other) + " → " + rank(member);
            found.add(group + ": member " + shown(after, number) + " " + change);
          }
        });
    if (isReordered(membersThen.keySet(), membersNow.keySet())) {
      found.add(group + ": members stand in another order");
    }
  }

  private static Map<DirectoryNumber, Member> members(HuntGroup group) {
    return group.members().stream()
        .collect(
            Collectors.toMap(
                each -> DirectoryNumber.of(each.to().digits()),
                Function.identity(),
                (one, other) -> one,
                LinkedHashMap::new));
  }

  private static String rank(Member member) {
    return "priority " + member.priority().level() + ", weight " + member.weight();
  }

  private void compareHours() {
    without(before.hours().keySet(), after.hours().keySet())
        .forEach(each -> found.add("hours " + each + " are gone"));
    without(after.hours().keySet(), before.hours().keySet())
        .forEach(each -> found.add("hours " + each + " are new"));
    after
        .hours()
        .forEach(
            (name, now) -> {
              Schedule then = before.hours().get(name);
              if (then != null && !then.equals(now)) {
                found.add(
                    "hours "
                        + name
                        + ": "
                        + HoursTree.inFull(then)
                        + " → "
                        + HoursTree.inFull(now));
              }
            });
  }

  private void compare(String item, Branch then, Branch now) {
    Map<String, String> settingsThen = flat(then);
    Map<String, String> settingsNow = flat(now);
    Set<String> settings = new LinkedHashSet<>(settingsNow.keySet());
    settings.addAll(settingsThen.keySet());
    for (String each : settings) {
      String one = settingsThen.getOrDefault(each, NONE);
      String other = settingsNow.getOrDefault(each, NONE);
      if (!one.equals(other)) {
        found.add(item + each + " " + one + " → " + other);
      }
    }
  }

  private static Map<String, String> flat(Branch settings) {
    Map<String, String> flat = new LinkedHashMap<>();
    settings
        .children()
        .forEach(
            (key, value) -> {
              String words = key.replace('-', ' ');
              if (PARTED.contains(key) && value instanceof Branch parts) {
                parts
                    .children()
                    .forEach((part, of) -> flat.put(words + " " + part.replace('-', ' '), "" + of));
              } else {
                flat.put(words, "" + value);
              }
            });
    return flat;
  }
}
