package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Where calls can get from each destination of a phone list, and from where they can get to each
 * extension: by forwardings at once (not those on no reply, which need a ring first) and from hunt
 * groups to members. What was found out is kept.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class ReachMap {

  /** Of an extension to which more destinations lead, they are not named. */
  static final int MOST_NAMED = 2_000;

  private final PhoneList phones;
  private final Map<Destination, List<Destination>> backwards = new HashMap<>();
  private final Map<DirectoryNumber, Optional<Set<Destination>>> leadingTo =
      new ConcurrentHashMap<>();
  private final Map<Destination, ReachTraits> traits = new ConcurrentHashMap<>();
  private final Map<Preferring, ReachTraits> traitsOfPreferring = new ConcurrentHashMap<>();

  /**
   * The map of a phone list.
   *
   * @param phones the list
   */
  public ReachMap(PhoneList phones) {
    this.phones = phones;
    for (Extension extension : phones.extensions()) {
      note(new Destination.ToExtension(extension.number()));
    }
    for (HuntGroup group : phones.huntGroups()) {
      note(new Destination.ToHuntGroup(group.number()));
    }
  }

  private void note(Destination from) {
    for (Destination to : next(from)) {
      backwards.computeIfAbsent(to, none -> new ArrayList<>(2)).add(from);
    }
  }

  /**
   * All destinations from which a call can come to an extension, its own number included.
   *
   * @param extension which
   * @return empty if they are more than {@value #MOST_NAMED}: then it is less to look at all queues
   */
  public Optional<Set<Destination>> leadingTo(DirectoryNumber extension) {
    Optional<Set<Destination>> known = leadingTo.get(extension); // Without a lock.
    return known != null ? known : leadingTo.computeIfAbsent(extension, this::waysTo);
  }

  private Optional<Set<Destination>> waysTo(DirectoryNumber extension) {
    Set<Destination> found =
        leadingTo(List.of(new Destination.ToExtension(extension)), MOST_NAMED + 1);
    return found.size() > MOST_NAMED ? Optional.empty() : Optional.of(Set.copyOf(found));
  }

  /**
   * The destinations from which a call can come to one of several before any phone has rung, these
   * included.
   *
   * @param destinations where it can come, in the list or not
   * @param most if there are more than this, only so many are given
   * @return each once, in an order that follows from the list
   */
  Set<Destination> leadingTo(Collection<? extends Destination> destinations, int most) {
    Set<Destination> found = new LinkedHashSet<>();
    Deque<Destination> open = new ArrayDeque<>(destinations);
    while (!open.isEmpty() && found.size() < most) {
      Destination at = open.remove();
      if (found.add(at)) {
        open.addAll(backwards.getOrDefault(at, List.of()));
      }
    }
    return found;
  }

  /** What matters on all ways from a destination. */
  public ReachTraits traits(Destination from) {
    ReachTraits known = traits.get(from);
    return known != null ? known : traits.computeIfAbsent(from, this::traitsOf);
  }

  private ReachTraits traitsOf(Destination from) {
    boolean time = false;
    Set<Condition> callers = new LinkedHashSet<>();
    TreeSet<DirectoryNumber> groups = new TreeSet<>(Comparator.comparing(DirectoryNumber::digits));
    TreeSet<Duration> openings = new TreeSet<>();
    TreeSet<Duration> relaxations = new TreeSet<>();
    for (Destination at : reachable(from)) {
      for (CallForwarding.Entry entry : entries(at)) {
        collectCallerConditions(entry.when(), callers);
        time |= entry.when().dependsOnTime();
      }
      Optional<HuntGroup> group = group(at);
      if (group.isPresent()) {
        time |= group.get().presence().hours().schedule().isPresent();
        groups.add(group.get().number());
        openings.addAll(group.get().hunting().escalation().opening().values());
        group.get().requirements().stages().forEach(stage -> relaxations.add(stage.after()));
      }
    }
    return new ReachTraits(
        List.copyOf(callers),
        List.copyOf(groups),
        time,
        List.copyOf(openings),
        List.copyOf(relaxations),
        WaitingAdmission.policy(from, phones).longestWait());
  }

  /** Calls for a destination that prefer an extension. */
  private record Preferring(Destination at, DirectoryNumber extension) {}

  /**
   * What matters for calls that prefer an extension: on all ways from what they wait for, and from
   * that extension.
   *
   * @param from what they wait for
   * @param preferred the number of the extension; empty for calls that prefer nobody
   * @return the traits
   */
  public ReachTraits traits(Destination from, Optional<DirectoryNumber> preferred) {
    return preferred.isEmpty()
        ? traits(from)
        : traitsOfPreferring.computeIfAbsent(
            new Preferring(from, preferred.get()),
            of -> traits(from).and(traits(new Destination.ToExtension(of.extension()))));
  }

  private static void collectCallerConditions(Condition condition, Set<Condition> found) {
    if (condition instanceof Condition.AllOf all) {
      all.conditions().forEach(each -> collectCallerConditions(each, found));
    } else if (condition instanceof Condition.AnyOf any) {
      any.conditions().forEach(each -> collectCallerConditions(each, found));
    } else if (condition instanceof Condition.Not not) {
      collectCallerConditions(not.condition(), found);
    } else if (condition.dependsOnCaller()) {
      found.add(condition);
    }
  }

  /** Every destination that a call for this one can come to before any phone has rung. */
  public Set<Destination> reachable(Destination from) {
    Set<Destination> found = new LinkedHashSet<>();
    Deque<Destination> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      Destination at = open.remove();
      if (found.add(at)) {
        open.addAll(next(at));
      }
    }
    return found;
  }

  private List<Destination> next(Destination at) {
    Optional<HuntGroup> group = group(at);
    return group.isPresent()
        ? group.get().members().stream().map(HuntGroup.Member::to).toList()
        : entries(at).stream().map(CallForwarding.Entry::to).toList();
  }

  private Optional<HuntGroup> group(Destination at) {
    return at instanceof Destination.ToHuntGroup to
        ? phones.huntGroup(to.number())
        : Optional.empty();
  }

  private List<CallForwarding.Entry> entries(Destination at) {
    if (!(at instanceof Destination.ToExtension to)) {
      return List.of();
    }
    return phones
        .extension(to.number())
        .map(
            extension ->
                Stream.of(Kind.UNCONDITIONAL, Kind.ON_BUSY, Kind.ON_NOT_REACHABLE)
                    .flatMap(kind -> extension.forwarding().entries(kind).stream())
                    .toList())
        .orElse(List.of());
  }
}
