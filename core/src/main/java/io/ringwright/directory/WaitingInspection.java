package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Checks how calls may wait for an extension or a hunt group. */
final class WaitingInspection {

  private final NumberBook numbers;
  private final Mistakes mistakes;

  WaitingInspection(NumberBook numbers, Mistakes mistakes) {
    this.numbers = numbers;
    this.mistakes = mistakes;
  }

  WaitingPolicy policy(String item, String own, WaitingPolicyBuilder given) {
    mistakes.within(Mistakes.Range.ANY_COUNT, item, "queue limit", given.queueLimit());
    mistakes.within(Mistakes.Span.WAIT, item, "longest wait", given.longestWait());
    Optional<Destination> overflow =
        given.overflow().isEmpty()
            ? Optional.empty()
            : numbers.destination(item, own, "overflow", given.overflow());
    WaitingPolicy policy =
        new WaitingPolicy(
            given.queueLimit(), given.longestWait(), overflow, leaving(item, own, given));
    return WaitingPolicy.DEFAULT.equals(policy) ? WaitingPolicy.DEFAULT : policy;
  }

  private WaitingPolicy.Leaving leaving(String item, String own, WaitingPolicyBuilder given) {
    Map<DirectoryNumber, Destination> keys = new LinkedHashMap<>();
    given.leaveKeys.forEach(
        (key, to) -> {
          Optional<DirectoryNumber> pressed = key(item, key, "to leave the queue");
          numbers
              .destination(item, own, "key " + Mistakes.quoted(key), to)
              .ifPresent(found -> pressed.ifPresent(each -> keys.put(each, found)));
        });
    mistakes.within(Mistakes.Span.REST, item, "place kept for", given.placeKeptFor);
    return new WaitingPolicy.Leaving(
        keys, callBack(item, given), given.placeKeptFor, given.byNumber);
  }

  private Optional<DirectoryNumber> callBack(String item, WaitingPolicyBuilder given) {
    if (given.callBackKey.isEmpty()) {
      return Optional.empty();
    }
    String purpose = "to be called back";
    mistakes.require(
        !given.leaveKeys.containsKey(given.callBackKey),
        item,
        "key " + Mistakes.quoted(given.callBackKey) + " " + purpose + " leads elsewhere already",
        "one key for each purpose");
    return key(item, given.callBackKey, purpose);
  }

  private Optional<DirectoryNumber> key(String item, String key, String purpose) {
    Optional<DirectoryNumber> parsed = DirectoryNumber.parse(key).filter(k -> key.length() == 1);
    mistakes.require(
        parsed.isPresent(),
        item,
        "key " + Mistakes.quoted(key) + " " + purpose + " is not valid",
        "one of 0-9, * and #");
    return parsed;
  }
}
