package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Party;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.routing.Candidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The phase in which a call is. Which event leads from where to where:
 *
 * <pre>
 *               arrived   dispatched   landed    ring ended  answered   phone hung up
 *   (new)       Waiting,
 *               Ringing
 *   Waiting               Delivering             Waiting     Talking
 *   Delivering                         Ringing   Waiting     Talking
 *   Ringing                            Ringing   Waiting,    Talking
 *                                                Ringing
 *   Talking                                      Waiting     Talking    TalkOver
 *   TalkOver                                     Waiting     Talking
 * </pre>
 *
 * <p>From each of them the call can end.
 */
public sealed interface CallPhase {

  /** Has a place in a waiting queue. */
  record Waiting() implements CallPhase {

    /** The same for every call. */
    public static final Waiting SAME = new Waiting();
  }

  /**
   * Was told to come to the landing place; nothing proves yet that it moves.
   *
   * @param attempt what it will be told there
   * @param sends how often the switch was asked to move it
   * @param checkAt when to ask where it is
   */
  record Delivering(Attempt attempt, int sends, Instant checkAt) implements CallPhase {}

  /**
   * Phones ring for it, as far as the switch said.
   *
   * @param attempt which phones
   * @param checkAt when the lease runs out and the switch is asked where the caller is
   */
  record Ringing(Attempt attempt, Instant checkAt) implements CallPhase {}

  /**
   * Somebody answered.
   *
   * @param by who talks to the caller
   * @param waited from arrival to answer
   */
  record Talking(Party by, Duration waited) implements CallPhase {}

  /**
   * The phone was hung up; the caller's channel is still there.
   *
   * @param last who talked to the caller last
   * @param waited from arrival to answer
   */
  record TalkOver(Party last, Duration waited) implements CallPhase {}

  /**
   * How long the caller waited for an answer.
   *
   * @return empty if nobody has answered
   */
  default Optional<Duration> answeredAfter() {
    if (this instanceof Talking talking) {
      return Optional.of(talking.waited());
    }
    return this instanceof TalkOver over ? Optional.of(over.waited()) : Optional.empty();
  }

  /**
   * Who talks to the caller, or did last.
   *
   * @return empty if nobody has answered
   */
  default Optional<Party> party() {
    if (this instanceof Talking talking) {
      return Optional.of(talking.by());
    }
    return this instanceof TalkOver over ? Optional.of(over.last()) : Optional.empty();
  }

  /** The attempt that is under way in this phase, if one is. */
  default Optional<Attempt> current() {
    if (this instanceof Delivering delivering) {
      return Optional.of(delivering.attempt());
    }
    return this instanceof Ringing ringing ? Optional.of(ringing.attempt()) : Optional.empty();
  }

  /**
   * One attempt to ring, or to tell a waiting caller something else.
   *
   * @param token its number
   * @param phones the phones that are reserved; none if the caller is only told something
   * @param decision what the switch is told
   * @param wanted what the call waited for, or would have
   * @param ringTime for how long the phones ring
   * @param ordered whether the host named the phone: if it is not answered there, the call does not
   *     follow its forwardings
   */
  record Attempt(
      Token token,
      List<RungPhone> phones,
      RoutingDecision decision,
      Destination wanted,
      Duration ringTime,
      boolean ordered) {

    /** Copies the phones. */
    public Attempt {
      phones = List.copyOf(phones);
    }

    /** An attempt that follows from the rules. */
    public Attempt(
        Token token,
        List<RungPhone> phones,
        RoutingDecision decision,
        Destination wanted,
        Duration ringTime) {
      this(token, phones, decision, wanted, ringTime, false);
    }

    /** The same attempt, by order of the host. */
    public Attempt byOrder() {
      return new Attempt(token, phones, decision, wanted, ringTime, true);
    }

    /** The devices that ring. */
    public List<Device> devices() {
      return targets().stream().map(RingTarget::device).toList();
    }

    /** The same attempt, ringing for another time. */
    public Attempt ringingFor(Duration time) {
      return new Attempt(
          token, phones, new RoutingDecision.Ring(token, targets(), time), wanted, time, ordered);
    }

    /** The same attempt, ringing these of its phones only. */
    public Attempt ringingAt(List<RungPhone> some) {
      List<RingTarget> left = RungPhone.targets(some);
      return new Attempt(
          token, some, new RoutingDecision.Ring(token, left, ringTime), wanted, ringTime, ordered);
    }

    /** What the switch rings. */
    public List<RingTarget> targets() {
      return RungPhone.targets(phones);
    }
  }

  /**
   * An extension that is reserved for a call.
   *
   * @param targets its devices, which all ring; one or several
   * @param stops the way that led there, from what was wanted to the extension
   */
  record RungPhone(List<RingTarget> targets, List<Destination> stops) {

    /** Copies the devices, which ring for one extension, and the way. */
    public RungPhone {
      if (targets.isEmpty()) {
        throw new IllegalArgumentException("an extension that rings has a device: expected one");
      }
      DirectoryNumber extension = targets.get(0).extension();
      targets = targets.stream().map(each -> each.ringingFor(extension)).toList();
      stops = List.copyOf(stops);
    }

    /** What the rules found, without the settings of the moment. */
    public static RungPhone of(Candidate candidate) {
      return new RungPhone(candidate.extension().devices(), candidate.path().stops());
    }

    /** What the switch rings for all of these. */
    public static List<RingTarget> targets(List<RungPhone> phones) {
      return phones.size() == 1
          ? phones.get(0).targets()
          : phones.stream().flatMap(phone -> phone.targets().stream()).toList();
    }

    /** The number of the extension. */
    public DirectoryNumber extension() {
      return targets.get(0).extension();
    }

    /** The last hunt group on the way, if there is one. */
    public Optional<DirectoryNumber> throughGroup() {
      for (int at = stops.size() - 1; at >= 0; at--) {
        if (stops.get(at) instanceof Destination.ToHuntGroup group) {
          return Optional.of(group.number());
        }
      }
      return Optional.empty();
    }
  }
}
