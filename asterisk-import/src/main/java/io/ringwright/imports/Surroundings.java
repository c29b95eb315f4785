package io.ringwright.imports;

/** What stands beside queues.conf, and queues refer to. */
record Surroundings(Dialplan dialplan, PenaltyRules rules) {}
