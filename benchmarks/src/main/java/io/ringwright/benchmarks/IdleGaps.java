package io.ringwright.benchmarks;

import io.ringwright.benchmarks.SipTrace.Message;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * For how long phones stood idle in a run although callers waited: from the BYE that a phone sent
 * to the next INVITE that reached the same phone, both as the phone's SIPp noted them.
 *
 * <p>A gap counts if, at the BYE, at least as many callers waited as there are phones; so it ends
 * before the phones run out of callers.
 *
 * @param micros the gaps, in the order in which they ended
 * @param rings how many times phones rang
 * @param ringsInUse how many of them on a phone that was ringing or in a call already
 * @param unrung phones that hung up while enough callers waited, and never rang again
 */
record IdleGaps(List<Long> micros, int rings, int ringsInUse, int unrung) {

  IdleGaps {
    micros = List.copyOf(micros);
  }

  /** Works out the gaps of one run. */
  static IdleGaps of(SipTrace phones, SipTrace callers, int fewestWaiting) {
    return of(phones, arrivals(callers), fewestWaiting);
  }

  /**
   * The same where callers came without SIP.
   *
   * @param arrivals when each of them came, in microseconds since 1970, in order
   */
  static IdleGaps of(SipTrace phones, long[] arrivals, int fewestWaiting) {
    Walk walk = new Walk(arrivals, fewestWaiting);
    phones.messages().forEach(walk::take);
    return new IdleGaps(walk.gaps, walk.rings, walk.ringsInUse, walk.idleSince.size());
  }

  /** When each caller called. */
  private static long[] arrivals(SipTrace callers) {
    Set<String> seen = new HashSet<>();
    return callers.messages().stream()
        .filter(message -> message.sent() && message.is("INVITE") && seen.add(message.call()))
        .mapToLong(Message::at)
        .sorted()
        .toArray();
  }

  /** Goes along what the phones saw. A message that comes again is not looked at again. */
  private static final class Walk {
    private final long[] arrivals;
    private final int fewestWaiting;
    private final Map<String, String> phoneOf = new HashMap<>();
    private final Map<String, Integer> callsOn = new HashMap<>();
    private final Map<String, Long> idleSince = new HashMap<>();
    private final Set<String> ended = new HashSet<>();
    private final List<Long> gaps = new ArrayList<>();
    private int rings;
    private int ringsInUse;

    Walk(long[] arrivals, int fewestWaiting) {
      this.arrivals = arrivals;
      this.fewestWaiting = fewestWaiting;
    }

    void take(Message message) {
      if (!message.sent() && message.is("INVITE") && !phoneOf.containsKey(message.call())) {
        ring(message);
      } else if (message.sent() && message.is("BYE") && ended.add(message.call())) {
        hangUp(message);
      }
    }

    private void ring(Message invite) {
      String phone = invite.user();
      phoneOf.put(invite.call(), phone);
      rings++;
      if (callsOn.merge(phone, 1, Integer::sum) > 1) {
        ringsInUse++;
      }
      Long since = idleSince.remove(phone);
      if (since != null) {
        gaps.add(invite.at() - since);
      }
    }

    private void hangUp(Message bye) {
      String phone = phoneOf.getOrDefault(bye.call(), "");
      callsOn.merge(phone, -1, Integer::sum);
      if (waitingAt(bye.at()) >= fewestWaiting) {
        idleSince.put(phone, bye.at());
      }
    }

    /** Every caller who called and has not been rung for yet: each rings a phone once. */
    private int waitingAt(long instant) {
      int place = Arrays.binarySearch(arrivals, instant);
      return (place < 0 ? -place - 1 : place + 1) - rings;
    }
  }
}
