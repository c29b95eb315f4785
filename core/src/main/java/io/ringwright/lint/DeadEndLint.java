package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;

/** Extensions and hunt groups that nobody can ever answer, and what leads to them. */
final class DeadEndLint {

  private final Served served;
  private final Findings findings;

  DeadEndLint(Served served, Findings findings) {
    this.served = served;
    this.findings = findings;
  }

  void look(PhoneList phones) {
    phones.extensions().forEach(this::look);
    phones.huntGroups().forEach(this::look);
  }

  private void look(Extension extension) {
    String item = Findings.item(extension);
    if (!served.serves(new Destination.ToExtension(extension.number()))) {
      findings.add(
          Finding.Kind.DEAD_END,
          item,
          why(extension) + ", and nothing takes its calls",
          extension.service() == Service.OUT_OF_SERVICE
              ? "put it in service, give it an overflow, or remove it"
              : "let its calls go on to somebody who can answer");
    }
    served.direct(extension).atOnce().forEach(way -> leads(item, way.toString(), way.to()));
    waiting(item, extension.waiting());
  }

  private static String why(Extension extension) {
    return switch (extension.service()) {
      case OUT_OF_SERVICE -> "it is out of service";
      case DO_NOT_DISTURB -> "it is on do-not-disturb";
      case IN_SERVICE -> "it always forwards, and nobody there can answer";
    };
  }

  private void look(HuntGroup group) {
    Destination own = new Destination.ToHuntGroup(group.number());
    String item = Findings.item(group);
    if (!served.ringsInHouse(own)) {
      findings.add(
          Finding.Kind.DEAD_END,
          item,
          "no member can ever ring"
              + (served.serves(own) ? ", so every call overflows" : ", and no overflow helps"),
          "give it a member who can ring");
    }
    waiting(item, group.waiting());
    group.presence().hours().whenClosed().ifPresent(to -> leads(item, "when closed to " + to, to));
  }

  private void waiting(String item, WaitingPolicy policy) {
    policy.overflow().ifPresent(to -> leads(item, "overflow to " + to, to));
    policy.leaving().keys().entrySet().stream()
        .sorted(java.util.Map.Entry.comparingByKey())
        .forEach(
            each ->
                leads(item, "key " + each.getKey() + " to " + each.getValue(), each.getValue()));
  }

  private void leads(String item, String what, Destination to) {
    findings.step();
    if (!served.serves(to)) {
      findings.add(
          Finding.Kind.LEADS_TO_DEAD_END,
          item,
          what + ", where nobody can ever answer",
          "name somebody else, or bring life to " + to);
    }
  }
}
