package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.dialplan.AgiIdentity;

/** What answers at the AGI addresses of a dialplan. */
final class AgiFindings {

  private static final String START =
      "Start the FastAgiServer of this PBX on that port, or make ringwright.conf anew with"
          + " agi=host:port";

  private AgiFindings() {}

  /**
   * Judges what was seen.
   *
   * @param address the address in the dialplan
   * @param answer what answers there
   * @param settings of the AMI connection
   * @param findings what is found goes here
   */
  static void inspect(
      String address, AgiProbe.Answer answer, LinkSettings settings, Findings findings) {
    String subject = "AGI address " + AgiProbe.shown(address) + " of the dialplan";
    switch (answer.state()) {
      case RINGWRIGHT ->
          answer.identity().ifPresent(who -> compare(subject, who, settings, findings));
      case NOTHING -> findings.add(Kind.AGI_SILENT, subject, answer.words(), START);
      case SOMETHING_ELSE -> findings.add(Kind.AGI_STRANGER, subject, answer.words(), START);
      case NOT_SEEN_FROM_HERE ->
          findings.add(
              Kind.NOT_LOOKED_AT,
              subject,
              "who answers there could not be looked at: " + answer.words(),
              "Look on Asterisk's machine, or have FastAgiServerBuilder.peers admit this one");
    }
  }

  private static void compare(
      String subject, AgiIdentity who, LinkSettings settings, Findings findings) {
    if (!who.pbx().equals(settings.pbx())) {
      findings.add(
          Kind.TWO_NAMES,
          subject,
          "the AGI server there names this PBX "
              + who.pbx()
              + ", and the AMI connection names it "
              + settings.pbx()
              + ": callers are moved only by their signs of life",
          "Give FastAgiServer.builder and AmiConnectionBuilder.pbx the same PbxId");
    }
    if (!who.contexts().equals(settings.plan().contexts().names())) {
      findings.add(
          Kind.CONTEXTS_DIFFER,
          "names of contexts",
          "the AGI server has others than the AMI connection",
          "Give one Dialplan value to FastAgiServerBuilder.dialplan and"
              + " AmiConnectionBuilder.dialplan");
    }
  }
}
