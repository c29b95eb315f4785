package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.PbxId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The findings of one check, in the making.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class Findings {

  private final PbxId pbx;
  private final List<InstallationFinding> found = new ArrayList<>();

  Findings(PbxId pbx) {
    this.pbx = pbx;
  }

  /** Adds a finding, unless the same is there. */
  void add(Kind kind, String subject, String what, String remedy) {
    InstallationFinding finding = new InstallationFinding(pbx, kind, subject, what, remedy);
    if (!found.contains(finding)) {
      found.add(finding);
    }
  }

  /** What was found, the worst first. */
  List<InstallationFinding> all() {
    List<InstallationFinding> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(each -> each.kind().severity()));
    return List.copyOf(sorted);
  }
}
