package io.ringwright.fakeasterisk.ami;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What an AMI user may read or do: the classes of {@code manager.conf}. Source: the table {@code
 * perms} in Asterisk's {@code main/manager.c}.
 */
public enum AmiClass {
  /** The switch as a whole. */
  SYSTEM,
  /** Channels and devices. */
  CALL,
  /** Log lines. */
  LOG,
  /** Console messages. */
  VERBOSE,
  /** Console commands. */
  COMMAND,
  /** Queues and agents. */
  AGENT,
  /** Events made by users. */
  USER,
  /** Configuration files. */
  CONFIG,
  /** Digits pressed. */
  DTMF,
  /** Lists and states. */
  REPORTING,
  /** Call records. */
  CDR,
  /** Steps of the dialplan and variables. */
  DIALPLAN,
  /** New calls. */
  ORIGINATE,
  /** Scripts. */
  AGI,
  /** Call completion. */
  CC,
  /** Charges. */
  AOC,
  /** Test events. */
  TEST,
  /** Logins. */
  SECURITY,
  /** Text messages. */
  MESSAGE;

  /** The word by which AMI names the class. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The classes that a list of words names; unknown words name nothing. */
  static Set<AmiClass> named(String words) {
    Set<AmiClass> named = EnumSet.noneOf(AmiClass.class);
    Set<String> given = Set.of(words.toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
    for (AmiClass candidate : values()) {
      if (given.contains(candidate.word()) || given.contains("all")) {
        named.add(candidate);
      }
    }
    return named;
  }
}
