package io.ringwright.examples.house;

import com.sun.source.tree.LiteralTree;
import com.sun.source.util.TreeScanner;
import io.ringwright.dialplan.AgentVariables;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.ContractVersion;
import io.ringwright.dialplan.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What holds between the code, the generated dialplan, and the package that names their contract.
 */
final class ContractRules {

  private static final String HOME = "core/src/main/java/io/ringwright/dialplan/";

  private static final Pattern VARIABLE = Pattern.compile("RW_[A-Z_]+");
  private static final Pattern QUESTION =
      Pattern.compile(
          "AGI\\(@AGI@/([^)]*)\\)"
              + "|[(,]RW_QUESTION=([^),]*)\\)\\s*same => n,Set\\(RW_ARGUMENTS=([^)]*)\\)");
  private static final Pattern VALUE = Pattern.compile("\\$\\{(\\w+)}");
  private static final Pattern VERSION = Pattern.compile("Set\\(RW_CONTRACT=(\\w+)\\)");

  private ContractRules() {}

  /** Main files that spell a variable themselves, with what they spell. */
  static List<String> namesSpeltElsewhere(List<SourceFile> files) {
    return files.stream()
        .filter(file -> file.isMain() && !file.name().startsWith(HOME))
        .flatMap(file -> texts(file).stream().map(text -> file.name() + ": " + text))
        .toList();
  }

  private static List<String> texts(SourceFile file) {
    List<String> found = new ArrayList<>();
    file.unit()
        .accept(
            new TreeScanner<Void, Void>() {
              @Override
              public Void visitLiteral(LiteralTree literal, Void nothing) {
                if (literal.getValue() instanceof String text
                    && text.contains(ChannelVariables.PREFIX)) {
                  found.add(text.strip().lines().findFirst().orElse(text));
                }
                return null;
              }
            },
            null);
    return found;
  }

  /** Variables that a dialplan uses and the contract does not name, or the other way round. */
  static List<String> variablesThatDiffer(String dialplan) {
    Set<String> used =
        VARIABLE.matcher(dialplan).results().map(MatchResult::group).collect(Collectors.toSet());
    used.removeAll(Set.of("RW_RING_", "RW_LEG_", "RW_AT_"));
    Set<String> differing = new TreeSet<>(used);
    Stream.of(ChannelVariables.all(), AgentVariables.all())
        .flatMap(List::stream)
        .filter(name -> !differing.remove(name))
        .forEach(differing::add);
    return List.copyOf(differing);
  }

  /** Questions of a dialplan that no constant asks in these very words, and the other way round. */
  static List<String> questionsThatDiffer(String dialplan) {
    Set<String> differing =
        QUESTION
            .matcher(dialplan)
            .results()
            .map(ContractRules::question)
            .map(asked -> VALUE.matcher(asked).replaceAll("$1"))
            .collect(Collectors.toCollection(TreeSet::new));
    for (Question question : Question.values()) {
      String asked = question.script() + "," + String.join(",", question.arguments());
      if (!differing.remove(asked)) {
        differing.add(asked);
      }
    }
    return List.copyOf(differing);
  }

  /** A question in one line, or one whose number is put in where it is asked. */
  private static String question(MatchResult found) {
    return found.group(1) != null
        ? found.group(1)
        : found.group(2) + "," + ChannelVariables.ASKED + "," + found.group(3);
  }

  /**
   * Versions that a dialplan sets other than the one of this library; empty text if it sets none.
   */
  static List<String> versionsThatDiffer(String dialplan) {
    List<String> versions =
        VERSION.matcher(dialplan).results().map(found -> found.group(1)).toList();
    return versions.isEmpty()
        ? List.of("")
        : versions.stream()
            .filter(version -> !version.equals(String.valueOf(ContractVersion.CURRENT)))
            .toList();
  }
}
