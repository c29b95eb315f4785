package io.ringwright.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An option of the section {@code [general]}.
 *
 * @param name as in queues.conf
 * @param becomes what it is here, as the documentation says it
 * @param rule what became of it
 */
record GeneralOption(String name, String becomes, Function<String, Outcome> rule) {

  private static final String LOG = "the queue_log of call-records has settings of its own";

  /** All that app_queue reads there. */
  static final List<GeneralOption> ALL =
      List.of(
          option("persistentmembers", "not needed: a journal keeps who attends"),
          new GeneralOption(
              "autofill",
              "not needed: calls never wait for each other's rings",
              value ->
                  Values.yes(value)
                      ? Outcome.notNeeded("calls never wait for each other's rings")
                      : Outcome.changed("calls are served beside each other, as autofill does")),
          option("monitor-type", "not needed: the talk is recorded by MixMonitor"),
          new GeneralOption(
              "shared_lastcall",
              "always: a wrap-up is the extension's",
              value ->
                  Values.yes(value)
                      ? Outcome.kept("a wrap-up is the extension's")
                      : Outcome.changed("a wrap-up is the extension's, in all its groups")),
          new GeneralOption(
              "negative_penalty_invalid",
              "a penalty below 0 counts as 0",
              value ->
                  Values.yes(value)
                      ? Outcome.changed("a penalty below 0 counts as 0")
                      : Outcome.kept("a penalty below 0 counts as 0")),
          new GeneralOption(
              "force_longest_waiting_caller",
              "always: one line of callers over all groups",
              value ->
                  Values.yes(value) || value.equalsIgnoreCase("prio")
                      ? Outcome.kept("one line of callers over all groups")
                      : Outcome.changed("one line of callers over all groups")),
          option("log_membername_as_agent", "not needed: " + LOG),
          option("log-caller-id-name", "not needed: " + LOG),
          option("log_unpause_on_reason_change", "not needed: " + LOG));

  private static GeneralOption option(String name, String becomes) {
    Outcome outcome = Outcome.notNeeded(becomes.substring(becomes.indexOf(':') + 2));
    return new GeneralOption(name, becomes, value -> outcome);
  }

  static Optional<GeneralOption> named(String name) {
    return ALL.stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst();
  }

  /** What became of a line of {@code [general]}; app_queue ignores there what it does not know. */
  static Outcome outcome(ConfigLine line) {
    return named(line.key())
        .map(each -> each.rule().apply(line.value()))
        .orElse(
            Outcome.notNeeded(
                QueueOptions.named(line.key()).isPresent()
                    ? "app_queue ignores this option of queues in [general]"
                    : "app_queue does not know it"));
  }
}
