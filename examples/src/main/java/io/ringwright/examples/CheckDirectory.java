package io.ringwright.examples;

import io.ringwright.call.Requirements;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Schedule;
import io.ringwright.lint.DirectoryLint;
import io.ringwright.lint.Finding;
import io.ringwright.lint.Finding.Severity;
import java.io.PrintStream;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * Looks through a directory before it goes live: first one that does not build, then one that does
 * and is still not what anybody meant.
 */
public final class CheckDirectory {

  private CheckDirectory() {}

  /**
   * Prints what is wrong with two directories.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    out.println("A directory that does not build:");
    print(DirectoryLint.inspect(misspelt()), out);
    out.println();
    out.println("A directory that builds:");
    // begin: check directory
    PhoneList phones = neglected();
    List<Finding> findings = DirectoryLint.findings(phones);
    // end: check directory
    print(findings, out);
  }

  private static void print(List<Finding> findings, PrintStream out) {
    for (Severity severity : Severity.values()) {
      List<Finding> these =
          findings.stream().filter(each -> each.kind().severity() == severity).toList();
      if (!these.isEmpty()) {
        out.printf("%n  %s (%d)%n", severity.words(), these.size());
        these.forEach(each -> print(each, out));
      }
    }
  }

  private static void print(Finding finding, PrintStream out) {
    out.printf("    %s · %s%n", finding.item(), finding.kind().words());
    out.printf("        %s%n", finding.value());
    out.printf("        → %s%n", finding.remedy());
  }

  private static PhoneListBuilder misspelt() {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("110"))
        .extension("101", ben -> ben.device("PJSIP 101"))
        .extension("102", cleo -> cleo.device("PJSIP/102").forwardOnNoReply("0019005550100"))
        .extension("103", doris -> doris.device("PJSIP/103").forwardUnconditional("104"))
        .extension("104", emil -> emil.device("PJSIP/104").forwardUnconditional("103"))
        .huntGroup("700", sales -> sales.member("100").member("701"))
        .huntGroup("701", export -> export.member("700"));
  }

  private static PhoneList neglected() {
    PhoneListBuilder list = PhoneList.builder().allowExternal("+49");
    people(list);
    groups(list);
    return list.build();
  }

  private static void people(PhoneListBuilder list) {
    Condition vacation = new Condition.Host("vacation", any -> false);
    Condition never =
        new Condition.During(new Schedule(ZoneId.of("Europe/Berlin"), List.of(), Map.of()));
    list.extension(
            "100", anna -> anna.device("PJSIP/100").forward(Kind.UNCONDITIONAL, "101", vacation))
        .extension(
            "101", ben -> ben.device("PJSIP/101").forward(Kind.UNCONDITIONAL, "100", vacation))
        .extension("102", cleo -> cleo.device("PJSIP/102").outOfService())
        .extension("103", doris -> doris.device("PJSIP/103").forwardOnBusy("102"))
        .extension("104", emil -> emil.device("PJSIP/104").forward(Kind.ON_BUSY, "100", never))
        .extension("105", frida -> frida.device("PJSIP/105").forwardUnconditional("+491701234567"));
  }

  private static void groups(PhoneListBuilder list) {
    list.huntGroup(
            "700",
            sales ->
                sales
                    .member("100")
                    .member("105", 2)
                    .openPriority(2, Duration.ofHours(2))
                    .memberForwarding(MemberForwarding.SKIP))
        .huntGroup(
            "701",
            export ->
                export
                    .member("103")
                    .member("104")
                    .requires(Requirements.parse("french:3;120=").orElseThrow()))
        .huntGroup("702", night -> night.member("102").overflow("703"))
        .huntGroup("703", day -> day.member("104").queueLimit(0).overflow("702"));
  }
}
