package io.ringwright.directory;

import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.HostAnswers.Question;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The host predicates of a phone list: which of them a decision can need, and what they say. They
 * are asked before an event is put in order, never by the engine.
 *
 * <p>Thread safety: immutable, as far as the predicates are.
 */
public final class HostPredicates {

  private final PhoneList phones;
  private final Map<String, Predicate<Circumstances>> predicates = new LinkedHashMap<>();
  private final Map<From, Set<Asked>> known = new ConcurrentHashMap<>();

  /** What is called, and the extension that the call prefers. */
  private record From(Destination called, Optional<DirectoryNumber> preferred) {}

  /** A predicate, and the hunt group through which a call comes when it is asked. */
  private record Asked(String predicate, Optional<DirectoryNumber> throughGroup) {}

  /** A destination, and the hunt group through which a call comes there. */
  private record Stop(Destination at, Optional<DirectoryNumber> throughGroup) {}

  HostPredicates(PhoneList phones) {
    this.phones = phones;
    phones.extensions().stream()
        .flatMap(HostPredicates::entries)
        .flatMap(HostPredicates::hosts)
        .forEach(host -> predicates.putIfAbsent(host.name(), host.predicate()));
  }

  /**
   * Whether the list has no host predicate, so that nothing needs to be asked.
   *
   * @return true if it has none
   */
  public boolean areNone() {
    return predicates.isEmpty();
  }

  /**
   * All questions that a decision about a call can need: about every extension to which the call
   * can come by forwardings of all kinds, through hunt groups, by overflow and by keys. What was
   * found out about a destination is kept.
   *
   * @param from what is called
   * @param caller who calls
   * @return each question once, in an order that follows from the phone list; none if no host
   *     predicate is met
   */
  public List<Question> questions(Destination from, CallerId caller) {
    return questions(from, Optional.empty(), caller);
  }

  /**
   * The same for a call that prefers an extension: that is asked as a member of each hunt group to
   * which the call can come.
   *
   * @param from what is called
   * @param preferred the number of the extension; empty if the call prefers nobody
   * @param caller who calls
   * @return each question once, in an order that follows from the phone list
   */
  public List<Question> questions(
      Destination from, Optional<DirectoryNumber> preferred, CallerId caller) {
    if (predicates.isEmpty() || !isInTheList(from)) {
      return List.of();
    }
    return known.computeIfAbsent(new From(from, preferred), this::metFrom).stream()
        .map(each -> new Question(each.predicate(), caller, each.throughGroup()))
        .toList();
  }

  /**
   * Asks one question of the host, and throws what the predicate throws.
   *
   * @param question what to ask
   * @param now the instant, on the wall clock
   * @return the answer; false for a predicate that the list does not have
   */
  public boolean holds(Question question, Instant now) {
    Predicate<Circumstances> predicate = predicates.get(question.predicate());
    return predicate != null
        && predicate.test(new Circumstances(question.caller(), question.throughGroup(), now));
  }

  private boolean isInTheList(Destination from) {
    return from instanceof Destination.ToHuntGroup group
        ? phones.huntGroup(group.number()).isPresent()
        : extension(from).isPresent();
  }

  private Set<Asked> metFrom(From from) {
    Set<Asked> met = new LinkedHashSet<>();
    Set<Stop> seen = new HashSet<>();
    Deque<Stop> open = new ArrayDeque<>();
    open.add(new Stop(from.called(), Optional.empty()));
    from.preferred()
        .map(Destination.ToExtension::new)
        .ifPresent(it -> open.add(new Stop(it, Optional.empty())));
    while (!open.isEmpty()) {
      Stop stop = open.remove();
      if (seen.add(stop)) {
        extension(stop.at()).stream()
            .flatMap(HostPredicates::entries)
            .flatMap(HostPredicates::hosts)
            .forEach(host -> met.add(new Asked(host.name(), stop.throughGroup())));
        next(stop).forEach(open::add);
        preferredAt(stop.at(), from).ifPresent(open::add);
      }
    }
    return met;
  }

  private static Optional<Stop> preferredAt(Destination at, From from) {
    return at instanceof Destination.ToHuntGroup group
        ? from.preferred()
            .map(it -> new Stop(new Destination.ToExtension(it), Optional.of(group.number())))
        : Optional.empty();
  }

  private Stream<Stop> next(Stop stop) {
    if (stop.at() instanceof Destination.ToHuntGroup to) {
      Optional<DirectoryNumber> through = Optional.of(to.number());
      return phones.huntGroup(to.number()).stream()
          .flatMap(
              group ->
                  Stream.concat(
                      group.members().stream().map(member -> new Stop(member.to(), through)),
                      Stream.concat(
                          group.presence().hours().whenClosed().stream()
                              .flatMap(closed -> both(closed, through)),
                          left(group.waiting(), through))));
    }
    return extension(stop.at()).stream()
        .flatMap(
            extension ->
                Stream.concat(
                    entries(extension).flatMap(entry -> both(entry.to(), stop.throughGroup())),
                    left(extension.waiting(), stop.throughGroup())));
  }

  /** Where a call goes that leaves the queue. */
  private static Stream<Stop> left(WaitingPolicy policy, Optional<DirectoryNumber> through) {
    return Stream.concat(
            policy.overflow().stream(),
            policy.leaving().keys().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue))
        .flatMap(to -> both(to, through));
  }

  /** After a ring, or out of a queue, a call goes on as if it had dialled the next destination. */
  private static Stream<Stop> both(Destination to, Optional<DirectoryNumber> through) {
    return Stream.of(new Stop(to, through), new Stop(to, Optional.empty()));
  }

  private Optional<Extension> extension(Destination at) {
    return at instanceof Destination.ToExtension to
        ? phones.extension(to.number())
        : Optional.empty();
  }

  private static Stream<CallForwarding.Entry> entries(Extension extension) {
    return extension.forwarding().entries();
  }

  private static Stream<Condition.Host> hosts(CallForwarding.Entry entry) {
    return entry
        .when()
        .elements()
        .filter(Condition.Host.class::isInstance)
        .map(Condition.Host.class::cast);
  }
}
