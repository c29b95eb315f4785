package io.ringwright.files;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.DirectoryException;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.files.YamlNode.Pair;
import io.ringwright.files.YamlNode.Scalar;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Makes a phone list of the tables of its files, through the builder that checks any list. */
final class PhoneFileReading {

  private static final ZoneId UTC = ZoneId.of("UTC");
  private static final String EXTENSIONS = "extensions";
  private static final String GROUPS = "hunt-groups";
  private static final List<String> SEVERAL = List.of("hours", "extensions", "hunt-groups");

  private final FileMistakes mistakes;
  private final HostCode code;
  private final Names names = new Names();
  private final ItemPlaces places = new ItemPlaces();
  private final Map<DirectoryNumber, String> named = new LinkedHashMap<>();
  private final Map<DirectoryNumber, FilePlace> seen = new HashMap<>();
  private final PhoneListBuilder list = PhoneList.builder();

  /** An extension or a hunt group, by its number. */
  private record Item(String number, Part part) {}

  PhoneFileReading(FileMistakes mistakes, HostCode code) {
    this.mistakes = mistakes;
    this.code = code;
  }

  ItemPlaces places() {
    return places;
  }

  /** Empty if there are mistakes. */
  Optional<PhoneFile> read(List<Part> files) {
    inspectRepeated(files);
    List<Item> extensions = items(files, EXTENSIONS, "extension ");
    List<Item> groups = items(files, GROUPS, "hunt group ");
    HoursReader hours = new HoursReader(zone(files));
    each(files, "hours", entry -> hours.name(text(entry.key()), entry.value()));
    Goals goals = new Goals(names);
    HouseReader house = new HouseReader(goals, list);
    files.forEach(house::read);
    ExtensionReader extension = new ExtensionReader(goals, new ConditionReader(hours, code));
    extensions.forEach(
        each -> list.extension(each.number(), to -> extension.read(each.part(), to)));
    HuntGroupReader group = new HuntGroupReader(goals, hours, code);
    groups.forEach(each -> list.huntGroup(each.number(), to -> group.read(each.part(), to)));
    Optional<PhoneList> phones = build().map(built -> built.with(house.desks()));
    phones.ifPresent(seated -> house.inspect(seated.desks()));
    return mistakes.areNone()
        ? phones.map(read -> new PhoneFile(read, inOrder(read), hours.named()))
        : Optional.empty();
  }

  /** A setting of the house stands in one of the files. */
  private void inspectRepeated(List<Part> files) {
    for (String key : Shape.FILE.keys()) {
      List<Spot> found = files.stream().flatMap(part -> part.at(key).stream()).toList();
      found.forEach(spot -> place(key, spot));
      boolean once = !SEVERAL.contains(key) && !key.equals("include");
      found.stream()
          .skip(once ? 1 : found.size())
          .forEach(
              spot ->
                  spot.problem(
                      key + " stands in several files", "it once", "Keep it in one of them."));
    }
  }

  private void place(String key, Spot spot) {
    Pair pair = new Pair(new Scalar(spot.node().place(), key, false), spot.node());
    if (key.startsWith("allow-")) {
      places.put("allowed numbers", pair);
    } else if (key.equals("queue-order")) {
      places.put("queue order", pair);
    }
  }

  private static ZoneId zone(List<Part> files) {
    FileMistakes told = new FileMistakes(); // The house's settings are read, and told, elsewhere.
    return files.stream()
        .flatMap(part -> part.at("time-zone").stream())
        .map(spot -> new Spot(spot.node(), spot.item(), spot.setting(), told))
        .flatMap(spot -> HoursReader.zone(spot).stream())
        .findFirst()
        .orElse(UTC);
  }

  private static void each(List<Part> files, String key, Consumer<Spot.Entry> to) {
    files.forEach(part -> part.at(key, at -> at.entries().forEach(to)));
  }

  private static String text(Spot at) {
    return at.node() instanceof Scalar scalar ? scalar.text() : "";
  }

  private List<Item> items(List<Part> files, String key, String kind) {
    Shape shape = key.equals(EXTENSIONS) ? Shape.EXTENSION : Shape.HUNT_GROUP;
    return files.stream()
        .flatMap(part -> part.at(key).stream())
        .flatMap(at -> at.entries().stream())
        .flatMap(entry -> item(entry, kind, shape).stream())
        .toList();
  }

  private Optional<Item> item(Spot.Entry entry, String kind, Shape shape) {
    String number = text(entry.key());
    Optional<DirectoryNumber> valid = DirectoryNumber.parse(number);
    Spot key = entry.key();
    if (valid.isEmpty()) {
      key.problem(
          kind + Words.quoted(number) + " has no valid number", "1 to 20 of 0-9, * and #", "");
      return Optional.empty();
    }
    FilePlace before = seen.putIfAbsent(valid.get(), key.node().place());
    if (before != null) {
      new Spot(key.node(), kind + number, "", mistakes)
          .problem("number " + number + " is taken, see " + before, "a number of its own", "");
      return Optional.empty();
    }
    places.put(kind + number, new Pair((Scalar) key.node(), entry.value().node()));
    Spot value = new Spot(entry.value().node(), kind + number, kind + number, mistakes);
    return value.part(shape).map(part -> item(valid.get(), part));
  }

  private Item item(DirectoryNumber number, Part part) {
    part.text(
        "name",
        name -> {
          if (name.isBlank()
              || name.length() > 80
              || name.chars().anyMatch(Character::isISOControl)) {
            part.at("name", at -> at.wrong("1 to 80 characters in one line", ""));
          } else {
            named.put(number, name);
            names.put(name, number.digits());
          }
        });
    return new Item(number.digits(), part);
  }

  private Optional<PhoneList> build() {
    try {
      return Optional.of(list.build());
    } catch (DirectoryException refused) {
      Set<String> items = new LinkedHashSet<>();
      refused.mistakes().forEach(each -> items.add(each.item()));
      items.removeIf(item -> !mistakes.areIn(item));
      refused.mistakes().stream()
          .filter(each -> !(each.problem().startsWith("has no ") && items.contains(each.item())))
          .forEach(this::add);
      return Optional.empty();
    }
  }

  private void add(DirectoryException.Mistake mistake) {
    if (mistakes.areTooMany()) {
      return;
    }
    FilePlace at =
        places.find(mistake.item(), mistake.problem()).orElse(FilePlace.of("the phone list"));
    mistakes.add(
        new FileMistake(
            at,
            mistake.item(),
            Words.asKeys(mistake.problem()),
            Words.asKeys(mistake.expected()),
            ""));
  }

  /** The names in the order of the list. */
  private Map<DirectoryNumber, String> inOrder(PhoneList phones) {
    Map<DirectoryNumber, String> ordered = new LinkedHashMap<>();
    phones.extensions().stream().map(Extension::number).forEach(each -> put(each, ordered));
    phones.huntGroups().stream().map(HuntGroup::number).forEach(each -> put(each, ordered));
    return ordered;
  }

  private void put(DirectoryNumber number, Map<DirectoryNumber, String> to) {
    String name = named.get(number);
    if (name != null) {
      to.put(number, name);
    }
  }
}
