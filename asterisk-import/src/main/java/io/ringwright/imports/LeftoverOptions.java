package io.ringwright.imports;

import io.ringwright.imports.QueueOption.Rule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Options that ask for nothing: no Asterisk from 16 on knows them, or another part writes it. */
final class LeftoverOptions {

  private static final String LOG = "the queue_log of call-records has settings of its own";
  private static final String OLD = "no app_queue from Asterisk 16 on knows it";
  private static final String PANEL = "of FreePBX, not of app_queue";
  private static final String ELSEWHERE = "app_queue reads it in [general] only";

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("log-restricted-caller-id", LOG),
          Map.entry("monitor-type", "the talk is recorded by MixMonitor"),
          Map.entry("monitor-join", "MixMonitor writes one file"),
          Map.entry("eventwhencalled", OLD),
          Map.entry("eventmemberstatus", OLD),
          Map.entry("roundingseconds", OLD),
          Map.entry("keepstats", OLD),
          Map.entry("queue-lessthan", OLD),
          Map.entry("updatecdr", OLD),
          Map.entry("check_state_unknown", OLD),
          Map.entry("limitonpeer", OLD),
          Map.entry("persistentmembers", ELSEWHERE),
          Map.entry("shared_lastcall", ELSEWHERE),
          Map.entry("negative_penalty_invalid", ELSEWHERE),
          Map.entry("log_membername_as_agent", ELSEWHERE),
          Map.entry("force_longest_waiting_caller", ELSEWHERE),
          Map.entry("recording", PANEL),
          Map.entry("answered_elsewhere", PANEL),
          Map.entry("skip_joinannounce", PANEL),
          Map.entry("rvolume", PANEL),
          Map.entry("rvol_mode", PANEL),
          Map.entry("cron_schedule", PANEL),
          Map.entry("cron_minute", PANEL),
          Map.entry("cron_hour", PANEL),
          Map.entry("cron_dow", PANEL),
          Map.entry("cron_month", PANEL),
          Map.entry("cron_dom", PANEL),
          Map.entry("cron_random", PANEL));

  static final List<QueueOption> ALL =
      new TreeMap<>(REASONS)
          .entrySet().stream()
              .map(
                  each ->
                      new QueueOption(
                          each.getKey(), "not needed: " + each.getValue(), rule(each.getValue())))
              .toList();

  private LeftoverOptions() {}

  private static Rule rule(String reason) {
    Outcome outcome = Outcome.notNeeded(reason);
    return (draft, value) -> outcome;
  }
}
