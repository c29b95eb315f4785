package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.call.RingTarget;
import io.ringwright.dialplan.ConfirmedDial;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import java.util.List;

/** Keys by which agents of a hunt group should take calls, and that nobody is asked for. */
final class AnswerLint {

  private final PhoneList phones;
  private final Findings findings;

  AnswerLint(PhoneList phones, Findings findings) {
    this.phones = phones;
    this.findings = findings;
  }

  void look() {
    for (HuntGroup group : phones.huntGroups()) {
      findings.step();
      group
          .onAnswer()
          .acceptance()
          .filter(by -> group.members().stream().allMatch(this::confirmsElsewhere))
          .ifPresent(
              by ->
                  findings.add(
                      Finding.Kind.SETTING_WITHOUT_EFFECT,
                      Findings.item(group),
                      "acceptByKey " + by.key() + " asks nobody: each member confirms outside",
                      "leave it out, or add members with phones of the house"));
    }
  }

  private boolean confirmsElsewhere(HuntGroup.Member member) {
    List<RingTarget> devices =
        member.to() instanceof Destination.ToExtension to
            ? phones.extension(to.number()).map(Extension::devices).orElse(List.of())
            : List.of();
    return !devices.isEmpty()
        && devices.stream().allMatch(each -> ConfirmedDial.parse(each.dialString()).isPresent());
  }
}
