package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.PhoneList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Members of hunt groups that never ring, or that share a phone with another. */
final class MemberLint {

  private final PhoneList phones;
  private final Served served;
  private final Findings findings;

  MemberLint(PhoneList phones, Served served, Findings findings) {
    this.phones = phones;
    this.served = served;
    this.findings = findings;
  }

  void look() {
    phones.huntGroups().forEach(this::look);
  }

  private void look(HuntGroup group) {
    Map<Device, DirectoryNumber> seen = new HashMap<>();
    for (HuntGroup.Member member : group.members()) {
      findings.step();
      Optional<Extension> extension =
          member.to() instanceof Destination.ToExtension to
              ? phones.extension(to.number())
              : Optional.empty();
      if (!served.rings(group, member)) {
        findings.add(
            Finding.Kind.MEMBER_NEVER_RINGS,
            Findings.item(group),
            "member " + member.to() + extension.map(each -> why(each, group)).orElse(NOBODY),
            "take the member out of the group, or let it ring");
      }
      extension.ifPresent(each -> shared(group, each, seen));
      extension.filter(each -> served.rings(group, member)).ifPresent(each -> skills(group, each));
    }
  }

  private static final String NOBODY = " has nobody who can ring";

  private String why(Extension extension, HuntGroup group) {
    boolean skips = group.hunting().forwarding() == MemberForwarding.SKIP;
    if (extension.service() == Service.OUT_OF_SERVICE) {
      return " is out of service";
    }
    if (!served.throughGroup(extension).stays().possible()) {
      return skips
          ? " always forwards, and this group skips members that do"
          : " always forwards to where no phone of the house can ring";
    }
    return skips
        ? " is on do-not-disturb, and this group follows no forwarding"
        : " is on do-not-disturb, and forwards to no phone of the house";
  }

  private void shared(HuntGroup group, Extension extension, Map<Device, DirectoryNumber> seen) {
    for (RingTarget on : extension.devices()) {
      DirectoryNumber other = seen.putIfAbsent(on.device(), extension.number());
      if (other != null) {
        findings.add(
            Finding.Kind.SAME_PHONE_TWICE,
            Findings.item(group),
            "members " + other + " and " + extension.number() + " both ring " + on.device(),
            "one of the two will do");
      }
    }
  }

  private void skills(HuntGroup group, Extension extension) {
    boolean alone = served.throughGroup(extension).atOnce().isEmpty();
    if (alone && !group.requirements().everMetBy(extension.duty().skills())) {
      findings.add(
          Finding.Kind.MEMBER_LACKS_SKILLS,
          Findings.item(group),
          "member extension " + extension.number() + " never has " + group.requirements(),
          "give it the skills, or let the group ask for less; only calls that name skills of their"
              + " own may ring it");
    }
  }
}
