package io.ringwright.files;

import java.util.List;

/** The keys of each kind of table in a phone file. The schema for editors has the same. */
enum Shape {
  /** The file itself. */
  FILE(
      "include",
      "time-zone",
      "queue-order",
      "allow-external",
      "allow-call-back",
      "limits",
      "desks",
      "hours",
      "extensions",
      "hunt-groups"),
  /** How often something may be used. */
  LIMITS("call-back", "diversion", "return"),
  /** One of them. */
  LIMIT("per-number", "in-all", "within"),
  /** Opening hours. */
  HOURS("zone", "weekly", "dates"),
  /** An extension. */
  EXTENSION(
      "name",
      "device",
      "service",
      "hold-capacity",
      "ring-time",
      "wrap-up",
      "back-off",
      "skills",
      "missed-rings",
      "forward",
      "queue-limit",
      "longest-wait",
      "overflow",
      "keep-place",
      "keys",
      "key-digits-within",
      "call-back-sounds"),
  /** A device that is more than a name. */
  DEVICE("dial", "watch", "all-contacts", "outside", "key", "prompt", "within", "context"),
  /** What becomes of an extension after missed rings. */
  MISSED_RINGS("no-reply", "rejected", "busy", "not-reachable"),
  /** After rings that ended in one way. */
  MISSED("pause-after", "leave-alone-after", "first", "longest"),
  /** The call forwardings of an extension. */
  FORWARD("unconditional", "on-busy", "on-no-reply", "on-not-reachable"),
  /** One of them. */
  FORWARDING("to", "when"),
  /** When it applies; one key alone. */
  CONDITION("caller", "hours", "host", "not", "all", "any"),
  /** A place in the dialplan of the host. */
  PLACE("context", "extension"),
  /** Whether the place of a caller who hung up is kept. */
  KEEP_PLACE("time", "by-number"),
  /** A hunt group. */
  HUNT_GROUP(
      "name",
      "menu-key",
      "members",
      "strategy",
      "ring-one-more-every",
      "preference",
      "member-forwarding",
      "open-priority",
      "requires",
      "open",
      "when-closed",
      "nobody-there",
      "callers-hear",
      "on-answer",
      "queue-limit",
      "longest-wait",
      "overflow",
      "keep-place",
      "keys",
      "key-digits-within",
      "call-back-sounds"),
  /** A member that is more than a number. */
  MEMBER("member", "priority", "weight"),
  /** A strategy of the host. */
  STRATEGY("host"),
  /** What is asked from one moment of the wait on. */
  STAGE("after", "skills"),
  /** Which members count as not there. */
  NOBODY_THERE("on-arrival", "while-waiting"),
  /** What callers hear. */
  CALLERS_HEAR(
      "line",
      "music",
      "ringing-instead-of-music",
      "language",
      "welcome",
      "say-the-extension",
      "operator",
      "join-message",
      "position",
      "calls-waiting",
      "exact-up-to",
      "you-are-next",
      "expected-wait",
      "thanks",
      "first-after",
      "every",
      "at-least-apart",
      "only-when-better",
      "messages",
      "messages-at-random",
      "messages-first-after",
      "messages-every",
      "sounds",
      "gender"),
  /** What happens between the answer of a phone and the talk. */
  ON_ANSWER("tell-agent", "tell-wait", "accept-by-key", "record", "set-variables", "dial-options"),
  /** By which key an agent takes a call. */
  ACCEPT("key", "prompt", "within");

  private final List<String> keys;

  Shape(String... keys) {
    this.keys = List.of(keys);
  }

  List<String> keys() {
    return keys;
  }
}
