package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.ContextName;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether the feature codes and the lamps of agents fit the dialplan and the phone list.
 *
 * <p>Thread safety: for one thread.
 */
final class AgentFindings {

  private static final int MOST_NAMED = 3;

  private final LinkSettings.Agents settings;
  private final Findings findings;

  AgentFindings(LinkSettings.Agents settings, Findings findings) {
    this.settings = settings;
    this.findings = findings;
  }

  /** Lamps without hints are shown by no phone. */
  void context(ContextName name, SeenContext seen) {
    if (settings.lamps() && seen.isAbsent()) {
      findings.add(
          Kind.AGENTS_CONTEXT_MISSING,
          "context " + name.name(),
          "it is not there, so no phone shows the lamps that are written",
          "Make ringwright-agents.conf (java -cp ... io.ringwright.agi.Dialplan file=agents),"
              + " include it in extensions.conf, and say 'dialplan reload'; or take lamps() out of"
              + " the AMI settings");
    }
  }

  /** A number that begins with a code is taken for the code where agents dial. */
  void codes(PhoneList phones) {
    for (String code : settings.codes().all()) {
      List<String> taken =
          numbers(phones).filter(each -> each.startsWith(code)).limit(MOST_NAMED).toList();
      if (!taken.isEmpty()) {
        findings.add(
            Kind.AGENT_CODE_COLLIDES,
            "agent code " + code,
            "the phone list has "
                + String.join(", ", taken)
                + ", which begin with it: agents"
                + " cannot dial them",
            "Choose another code with Dialplan.Builder.agentCodes, or another number");
      }
    }
  }

  private static Stream<String> numbers(PhoneList phones) {
    Stream<DirectoryNumber> groups =
        phones.huntGroups().stream()
            .flatMap(group -> Stream.concat(Stream.of(group.number()), group.menuKey().stream()));
    return Stream.concat(phones.extensions().stream().map(Extension::number), groups)
        .map(DirectoryNumber::digits)
        .sorted();
  }
}
