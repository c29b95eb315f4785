package io.ringwright.imports;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.DirectoryException;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.files.PhoneFile;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Imports one folder. */
final class HouseImport {

  private static final int FIRST_STAND_IN = 9000;
  private static final String STAND_IN = "Nobody yet";

  private static final Outcome NO_QUEUE =
      Outcome.changed("queues.conf has no queue of this name: nothing routes this call");

  private static final Outcome UNUSED_RULE = Outcome.notNeeded("no queue uses this rule");
  private static final Outcome UNUSED_TEMPLATE =
      Outcome.notNeeded("no queue inherits this template");
  private static final Outcome TEMPLATE =
      Outcome.notNeeded("a template: what it says counts where it is inherited");

  private final ConfigFolder folder;
  private final ReportBook book = new ReportBook();
  private final FreeNumbers numbers = new FreeNumbers();
  private final Map<DirectoryNumber, String> names = new LinkedHashMap<>();
  private List<ConfigSection> templates = List.of();
  private String standIn = "";

  HouseImport(ConfigFolder folder) {
    this.folder = folder;
  }

  ImportedHouse run() {
    List<QueueSource> queues = queues(queueSections());
    Dialplan dialplan = new DialplanReader(book).read(read("extensions"));
    List<ConfigSection> ruleSections = read("queuerules");
    PenaltyRules rules = new PenaltyRules(book);
    rules.read(ruleSections);
    Roster roster = new Roster(dialplan, numbers, book);
    List<QueueDraft> drafts = drafts(queues, roster, new Surroundings(dialplan, rules));
    drafts.forEach(this::options);
    drafts.forEach(each -> QueueCalls.read(each, book));
    Set<String> known = queues.stream().map(QueueSource::name).collect(Collectors.toSet());
    dialplan.calls().stream()
        .filter(each -> !known.contains(each.queue()) && !book.knows(each.line()))
        .forEach(each -> book.note(each.line(), NO_QUEUE));
    ruleSections.forEach(each -> book.rest(each.lines(), UNUSED_RULE));
    templates.forEach(each -> book.rest(each.lines(), UNUSED_TEMPLATE));
    return new ImportedHouse(new PhoneFile(phones(roster, drafts), names, Map.of()), book.report());
  }

  private List<ConfigSection> queueSections() {
    ConfigReader reader = new ConfigReader(folder, book);
    List<ConfigSection> sections = reader.read("queues");
    if (!reader.hasRead()) {
      throw new ImportException("queues.conf: is not there; expected it in the folder");
    }
    return sections;
  }

  /** Numbers of members are theirs, then come those of groups, and free ones last. */
  private List<QueueDraft> drafts(
      List<QueueSource> queues, Roster roster, Surroundings surroundings) {
    queues.forEach(each -> each.members().forEach(this::reserve));
    GroupNumbers groups = new GroupNumbers(surroundings.dialplan(), numbers);
    Map<String, String> byQueue = groups.of(queues);
    roster.reserve(byQueue.values());
    List<QueueDraft> drafts = new ArrayList<>();
    for (QueueSource each : queues) {
      String number = byQueue.getOrDefault(each.name(), each.name());
      List<Membership> members = roster.members(each);
      note(each, number, groups.isSaid(each), members.isEmpty());
      drafts.add(new QueueDraft(each, number, members, surroundings));
    }
    return drafts;
  }

  private List<ConfigSection> read(String kind) {
    return new ConfigReader(folder, book).read(kind);
  }

  private void reserve(ConfigLine line) {
    MemberLine.of(line).digits().ifPresent(numbers::take);
  }

  /** The first section of a name counts, and templates are no queues. */
  private List<QueueSource> queues(List<ConfigSection> sections) {
    templates = sections.stream().filter(ConfigSection::isTemplate).toList();
    templates.forEach(each -> head(each, TEMPLATE));
    List<QueueSource> queues = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ConfigSection each : sections) {
      if (!each.isTemplate()) {
        section(each, seen).ifPresent(queues::add);
      }
    }
    return queues;
  }

  private Optional<QueueSource> section(ConfigSection section, Set<String> seen) {
    boolean general = section.name().equalsIgnoreCase("general");
    if (!seen.add(general ? "general" : section.name())) {
      head(section, Outcome.notNeeded("a section of this name stands above: Asterisk skips this"));
      book.rest(section.lines(), Outcome.notNeeded("in a section that Asterisk skips"));
    } else if (general) {
      head(section, Outcome.notNeeded("read"));
      section.lines().forEach(line -> book.note(line, GeneralOption.outcome(line)));
    } else if (section.name().equals("default") && section.lines().isEmpty()) {
      head(section, Outcome.notNeeded("empty, as in the files of FreePBX"));
    } else {
      return Optional.of(new QueueSource(section, book));
    }
    return Optional.empty();
  }

  private void head(ConfigSection section, Outcome outcome) {
    if (section.head().at().line() > 0) {
      book.note(section.head(), outcome);
    }
  }

  private void note(QueueSource queue, String number, boolean said, boolean empty) {
    List<String> changes = new ArrayList<>();
    if (!said) {
      changes.add("no number calls it in the dialplan: a free one was given");
    }
    if (empty) {
      standIn = standIn.isEmpty() ? numbers.next(FIRST_STAND_IN) : standIn;
      changes.add(
          "no member stands in the file: extension "
              + standIn
              + " stands in, out of service, for those who log in");
    }
    String group = "hunt group " + number;
    head(
        queue.section(),
        changes.isEmpty()
            ? Outcome.kept(group)
            : Outcome.changed(group + "; " + String.join("; ", changes)));
  }

  private void options(QueueDraft draft) {
    draft
        .source()
        .options()
        .forEach(
            (name, line) ->
                book.note(
                    line,
                    QueueOptions.named(name)
                        .map(option -> option.rule().apply(draft, line.value()))
                        .orElseGet(() -> unknown(name))));
  }

  private static Outcome unknown(String name) {
    Optional<String> nearest = QueueOptions.nearest(name);
    return Outcome.notPossible(
        "app_queue does not know it"
            + nearest.map(each -> "; did you mean " + each + "?").orElse(""));
  }

  private PhoneList phones(Roster roster, List<QueueDraft> drafts) {
    PhoneListBuilder phones = PhoneList.builder();
    roster.people().forEach(each -> phones.extension(each.number(), each::describe));
    roster.names().forEach(this::name);
    if (!standIn.isEmpty()) {
      String nobody = "Local/" + standIn + "@nobody";
      phones.extension(standIn, each -> each.device(nobody).outOfService());
      name(standIn, STAND_IN);
    }
    for (QueueDraft each : drafts) {
      phones.huntGroup(each.number(), group -> describe(each, group));
      name(each.number(), each.source().name());
    }
    try {
      return phones.build();
    } catch (DirectoryException refused) {
      throw new ImportException("no phone list can be made of it: " + refused.getMessage());
    }
  }

  private void describe(QueueDraft draft, HuntGroupBuilder group) {
    if (draft.members().isEmpty()) {
      group.member(standIn);
    }
    draft.describe(group);
  }

  /** Names help people; one that two have, or that looks like a number, helps nobody. */
  private void name(String number, String name) {
    boolean usable =
        !name.isBlank()
            && name.length() <= 80
            && name.chars().noneMatch(Character::isISOControl)
            && !name.matches("\\+?[0-9*#]+")
            && !names.containsValue(name);
    if (usable) {
      names.put(DirectoryNumber.of(number), name);
    }
  }
}
