package io.ringwright.imports;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.DirectoryException;
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

/** Imports one folder. */
final class HouseImport {

  private static final int FIRST_STAND_IN = 9000;
  private static final String STAND_IN = "Nobody yet";

  private static final Outcome NO_QUEUE =
      Outcome.changed("queues.conf has no queue of this name: nothing routes this call");

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
    ConfigReader reader = new ConfigReader(folder, book);
    List<ConfigSection> sections = reader.read("queues");
    if (!reader.hasRead()) {
      throw new ImportException("queues.conf: is not there; expected it in the folder");
    }
    List<QueueSource> queues = queues(sections);
    Dialplan dialplan = new DialplanReader(book).read(read("extensions"));
    List<ConfigSection> ruleSections = read("queuerules");
    PenaltyRules rules = new PenaltyRules(book);
    rules.read(ruleSections);
    queues.forEach(each -> each.members().forEach(this::reserve));
    GroupNumbers groupNumbers = new GroupNumbers(dialplan, numbers);
    Map<String, String> byQueue = groupNumbers.of(queues);
    Roster roster = new Roster(dialplan, numbers, book);
    roster.reserve(byQueue.values());
    List<QueueDraft> drafts = new ArrayList<>();
    for (QueueSource each : queues) {
      String number = byQueue.getOrDefault(each.name(), each.name());
      List<Membership> members = roster.members(each);
      note(each, number, groupNumbers.isSaid(each), members.isEmpty());
      drafts.add(
          new QueueDraft(each, number, members, new Surroundings(dialplan, rules)));
    }
    drafts.forEach(this::options);
    drafts.forEach(each -> QueueCalls.read(each, book));
    dialplan.calls().stream()
        .filter(each -> !byQueue.containsKey(each.queue()) && !book.knows(each.line()))
        .forEach(each -> book.note(each.line(), NO_QUEUE));
    ruleSections.forEach(
        each -> book.rest(each.lines(), Outcome.notNeeded("no queue uses this rule")));
    PhoneList phones = phones(roster, drafts);
    return new ImportedHouse(new PhoneFile(phones, names, Map.of()), book.report());
  }

  private List<ConfigSection> read(String kind) {
    return new ConfigReader(folder, book).read(kind);
  }

  private void reserve(ConfigLine line) {
    MemberLine.of(line).digits().ifPresent(numbers::take);
  }

  /** The first section of a name counts, and templates are no queues. */
  private List<QueueSource> queues(List<ConfigSection> sections) {
    List<QueueSource> queues = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (ConfigSection each : sections) {
      boolean general = each.name().equalsIgnoreCase("general");
      boolean first = seen.add(general ? "general" : each.name());
      if (!first && !each.isTemplate()) {
        head(each, Outcome.notNeeded("a section of this name stands above: Asterisk skips this"));
        book.rest(each.lines(), Outcome.notNeeded("in a section that Asterisk skips"));
      } else if (general) {
        head(each, Outcome.notNeeded("read"));
        each.lines().forEach(line -> book.note(line, GeneralOption.outcome(line)));
      } else if (!each.isTemplate()) {
        queues.add(new QueueSource(each, book));
      }
    }
    for (ConfigSection each : sections) {
      if (each.isTemplate()) {
        head(each, Outcome.notNeeded("a template: what it says counts where it is inherited"));
      }
    }
    templates = sections.stream().filter(ConfigSection::isTemplate).toList();
    return queues;
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
                    QueueOption.named(name)
                        .map(option -> option.rule().apply(draft, line.value()))
                        .orElseGet(() -> unknown(name))));
  }

  private static Outcome unknown(String name) {
    Optional<String> nearest = QueueOption.nearest(name);
    return Outcome.notPossible(
        "app_queue does not know it"
            + nearest.map(each -> "; did you mean " + each + "?").orElse(""));
  }

  private PhoneList phones(Roster roster, List<QueueDraft> drafts) {
    templates.forEach(
        each -> book.rest(each.lines(), Outcome.notNeeded("no queue inherits this template")));
    PhoneListBuilder phones = PhoneList.builder();
    roster.people().forEach(each -> phones.extension(each.number(), each::describe));
    roster.names().forEach(this::name);
    if (!standIn.isEmpty()) {
      String nobody = "Local/" + standIn + "@nobody";
      phones.extension(standIn, each -> each.device(nobody).outOfService());
      name(standIn, STAND_IN);
    }
    for (QueueDraft each : drafts) {
      phones.huntGroup(
          each.number(),
          group -> {
            if (each.members().isEmpty()) {
              group.member(standIn);
            }
            each.describe(group);
          });
      name(each.number(), each.source().name());
    }
    try {
      return phones.build();
    } catch (DirectoryException refused) {
      throw new ImportException("no phone list can be made of it: " + refused.getMessage());
    }
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
