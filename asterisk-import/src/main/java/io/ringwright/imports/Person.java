package io.ringwright.imports;

import io.ringwright.call.RingOutcome;
import io.ringwright.directory.DirectoryException;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.PhoneList;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** An extension in the making: what the queues of a member say together. */
final class Person {

  private final String number;
  private final String dialled;
  private final String watched;
  private final Set<RingOutcome> pausedAfter = EnumSet.noneOf(RingOutcome.class);
  private boolean ringsInUse = true;
  private boolean outOfService;
  private int ringTime;
  private int wrapUp;

  Person(String number, String dialled, String watched) {
    this.number = number;
    this.dialled = dialled;
    this.watched = watched;
  }

  String number() {
    return number;
  }

  /** In seconds: the longest of all queues. */
  int ringTime() {
    return ringTime;
  }

  /** In seconds: the longest of all queues. */
  int wrapUp() {
    return wrapUp;
  }

  /** Whether it is rung while it talks: only if no queue forbids it. */
  boolean ringsInUse() {
    return ringsInUse;
  }

  void serves(int ring, int rest, boolean inUse) {
    ringTime = Math.max(ringTime, ring);
    wrapUp = Math.max(wrapUp, Math.min(rest, 86_400));
    ringsInUse &= inUse;
  }

  void pauseAfter(RingOutcome outcome) {
    pausedAfter.add(outcome);
  }

  void outOfService() {
    outOfService = true;
  }

  void describe(ExtensionBuilder extension) {
    extension
        .device(dialled, watched)
        .holdCapacity(ringsInUse ? 1 : 0)
        .ringTime(Duration.ofSeconds(Math.max(1, ringTime)))
        .wrapUp(Duration.ofSeconds(wrapUp));
    pausedAfter.forEach(each -> extension.pauseAfter(each, 1));
    if (outOfService) {
      extension.outOfService();
    }
  }

  /** Whether a phone list could hold it. */
  boolean isPossible() {
    try {
      return PhoneList.builder().extension(number, this::describe).build().extensions().size() == 1;
    } catch (DirectoryException refused) {
      return false;
    }
  }
}
