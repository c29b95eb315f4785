package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.call.Requirements.Stage;
import io.ringwright.directory.DurationText;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Skills that hunt groups ask for and nobody has. For each set of skills that is asked for
 * anywhere, one walk backwards from those who have them.
 */
final class RequirementLint {

  private final PhoneList phones;
  private final Served served;
  private final Findings findings;
  private final Map<Map<String, Integer>, Set<Destination>> meeting = new HashMap<>();

  RequirementLint(PhoneList phones, Served served, Findings findings) {
    this.phones = phones;
    this.served = served;
    this.findings = findings;
  }

  void look() {
    phones.huntGroups().stream()
        .filter(group -> !group.requirements().areNone())
        .filter(group -> served.ringsInHouse(new Destination.ToHuntGroup(group.number())))
        .forEach(this::look);
  }

  private void look(HuntGroup group) {
    Destination own = new Destination.ToHuntGroup(group.number());
    List<Stage> stages = group.requirements().stages();
    Optional<Stage> first = stages.stream().filter(stage -> met(stage).contains(own)).findFirst();
    if (first.isEmpty()) {
      findings.add(
          Finding.Kind.REQUIREMENTS_UNMET,
          Findings.item(group),
          "it asks for " + group.requirements() + ", which nobody behind it ever has",
          "give somebody the skills, or relax what is asked after a while");
    } else if (!first.get().after().isZero()) {
      Duration after = first.get().after();
      findings.add(
          Finding.Kind.REQUIREMENTS_UNMET_AT_FIRST,
          Findings.item(group),
          "nobody behind it has "
              + stages.get(0)
              + "; only after "
              + DurationText.of(after)
              + " can anybody take a call",
          "give somebody the skills, or ask for less from the start");
    }
  }

  private Set<Destination> met(Stage stage) {
    return meeting.computeIfAbsent(
        stage.levels(), levels -> served.leadingInHouse(each -> stage.metBy(each.duty().skills())));
  }
}
