package io.ringwright.imports;

import io.ringwright.imports.Dialplan.QueueCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What the lines of the dialplan say that call a queue. */
final class QueueCalls {

  private static final String LETTERS = "hHkKtTwWxX";
  private static final int YEAR = 31_536_000;

  private QueueCalls() {}

  /** The first line counts that says something; all are told what becomes of them. */
  static void read(QueueDraft draft, ReportBook book) {
    List<QueueCall> calls = draft.dialplan().calls(draft.source().name());
    calls.stream()
        .map(each -> Values.number(each.timeout()))
        .filter(each -> each > 0)
        .findFirst()
        .ifPresent(each -> draft.group(group -> group.longestWait(wait(each))));
    calls.stream()
        .map(each -> letters(each.options()))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .ifPresent(draft::dialLetters);
    boolean rings = !calls.isEmpty() && calls.stream().allMatch(QueueCalls::rings);
    if (rings && draft.source().value("musicclass", "").isEmpty()) {
      draft.hear(each -> each.ringingInsteadOfMusic());
    }
    calls.forEach(each -> book.note(each.line(), outcome(each, draft)));
  }

  private static boolean rings(QueueCall call) {
    return !call.options().contains("$") && call.options().contains("r");
  }

  private static Duration wait(int seconds) {
    return Duration.ofSeconds(Math.min(seconds, YEAR));
  }

  private static String letters(String options) {
    StringBuilder letters = new StringBuilder();
    if (!options.contains("$") && !options.contains("(")) {
      options
          .chars()
          .filter(c -> LETTERS.indexOf(c) >= 0)
          .distinct()
          .forEach(c -> letters.append((char) c));
    }
    return letters.toString();
  }

  private static Outcome outcome(QueueCall call, QueueDraft draft) {
    List<String> said = new ArrayList<>();
    said.add("hunt group " + draft.number() + ": routed by our dialplan instead of this line");
    if (call.timeout().contains("$") || call.options().contains("$")) {
      said.add("what its variables say is not known");
    }
    if (Values.number(call.timeout()) > 0) {
      said.add("longest-wait " + Values.number(call.timeout()) + " s");
    }
    if (!letters(call.options()).isEmpty()) {
      said.add("dial-options " + letters(call.options()));
    }
    if (!call.rule().isEmpty() && !call.rule().contains("$")) {
      said.add("its rule is not read: name it as defaultrule");
    }
    if (call.maxPenalty().isPresent() && draft.source().value("defaultrule").isEmpty()) {
      said.add("penalties above " + call.maxPenalty().getAsInt() + " are not shut out");
    }
    return Outcome.changed(String.join("; ", said) + "; what follows it is no overflow yet");
  }
}
