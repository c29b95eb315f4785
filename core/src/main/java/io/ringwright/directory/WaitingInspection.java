package io.ringwright.directory;

import io.ringwright.call.Destination;
import java.util.Optional;

/** Checks how calls may wait for an extension or a hunt group. */
final class WaitingInspection {

  private final NumberBook numbers;
  private final Mistakes mistakes;
  private final KeysInspection keys;

  WaitingInspection(NumberBook numbers, Mistakes mistakes) {
    this.numbers = numbers;
    this.mistakes = mistakes;
    this.keys = new KeysInspection(numbers, mistakes);
  }

  WaitingPolicy policy(String item, String own, WaitingPolicyBuilder given) {
    mistakes.within(Mistakes.Range.ANY_COUNT, item, "queue limit", given.queueLimit());
    mistakes.within(Mistakes.Span.WAIT, item, "longest wait", given.longestWait());
    mistakes.within(Mistakes.Span.REST, item, "place kept for", given.placeKeptFor);
    Optional<Destination> overflow =
        given.overflow().flatMap(to -> numbers.destination(item, own, "overflow", to));
    WaitingPolicy policy =
        new WaitingPolicy(
            given.queueLimit(), given.longestWait(), overflow, keys.leaving(item, own, given));
    return WaitingPolicy.DEFAULT.equals(policy) ? WaitingPolicy.DEFAULT : policy;
  }
}
