package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.LimitedUse;
import io.ringwright.waiting.QueueOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All extensions and hunt groups of a house, at one moment.
 *
 * <pre>{@code
 * PhoneList phones =
 *     PhoneList.builder()
 *         .extension("100", anna -> anna.device("PJSIP/100").forwardOnBusy("101"))
 *         .extension("101", ben -> ben.device("PJSIP/101").holdCapacity(1))
 *         .huntGroup("700", sales -> sales.menuKey("1").member("100").member("101"))
 *         .build();
 * }</pre>
 *
 * <p>Thread safety: immutable.
 */
public final class PhoneList {

  private final List<Extension> extensions;
  private final List<HuntGroup> groups;

  private final Map<DirectoryNumber, Extension> byNumber;
  private final Map<DirectoryNumber, HuntGroup> byPilotNumber;

  /** By pilot number and menu key; one value for each group, which all who wait for it share. */
  private final Map<DirectoryNumber, Optional<Destination>> groupsAsDialled = new HashMap<>();

  private final Map<Device, List<Extension>> devices = new HashMap<>();
  private final HouseSettings settings;
  private final HostPredicates hostPredicates;
  private final HoursChanges hoursChanges;
  private final boolean dependsOnTime;
  private final boolean watchesHints;
  private final Desks desks;

  /** The same list with everybody at the own phone; null if this is it. */
  private final @Nullable PhoneList described;

  PhoneList(
      Map<DirectoryNumber, Extension> extensions,
      Map<DirectoryNumber, HuntGroup> groups,
      HouseSettings settings) {
    this(new Items(extensions, groups), settings, Desks.NONE, null);
  }

  private PhoneList(
      Items items, HouseSettings settings, Desks desks, @Nullable PhoneList described) {
    Map<DirectoryNumber, Extension> extensions = items.extensions();
    Map<DirectoryNumber, HuntGroup> groups = items.groups();
    this.desks = desks;
    this.described = described;
    this.extensions = List.copyOf(extensions.values());
    this.groups = List.copyOf(groups.values());
    this.byNumber = new HashMap<>(extensions);
    this.byPilotNumber = new HashMap<>(groups);
    groups.values().forEach(this::noteAsDialled);
    extensions
        .values()
        .forEach(
            each ->
                each.devices()
                    .forEach(on -> devices.merge(on.device(), List.of(each), PhoneList::both)));
    this.watchesHints = devices.keySet().stream().anyMatch(Device::isHint);
    this.settings = settings;
    this.hostPredicates = new HostPredicates(this);
    Stream<Schedule> ofGroups =
        groups.values().stream().flatMap(group -> group.presence().hours().schedule().stream());
    List<Schedule> hours =
        Stream.concat(conditions().flatMap(PhoneList::schedules), ofGroups).distinct().toList();
    this.hoursChanges = new HoursChanges(hours);
    this.dependsOnTime = !hours.isEmpty() || !hostPredicates.areNone();
  }

  /** What a list holds, by number and in the order of the list. */
  private record Items(
      Map<DirectoryNumber, Extension> extensions, Map<DirectoryNumber, HuntGroup> groups) {}

  /**
   * Begins a list.
   *
   * @return an empty builder
   */
  public static PhoneListBuilder builder() {
    return new PhoneListBuilder();
  }

  /**
   * Looks an extension up.
   *
   * @param number its directory number
   * @return the extension, or empty if the list has none of this number
   */
  public Optional<Extension> extension(DirectoryNumber number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  /**
   * Whether the list has an extension.
   *
   * @param number its directory number
   * @return true if {@link #extension} finds one
   */
  public boolean hasExtension(DirectoryNumber number) {
    return byNumber.containsKey(number);
  }

  /**
   * Looks a hunt group up.
   *
   * @param number its pilot number
   * @return the group, or empty if the list has none of this number
   */
  public Optional<HuntGroup> huntGroup(DirectoryNumber number) {
    return Optional.ofNullable(byPilotNumber.get(number));
  }

  /**
   * What stands behind a dialled number or a menu key. An extension goes before a hunt group of the
   * same number, and a hunt group's number before a menu key.
   *
   * @param number an extension's number, a pilot number or a menu key
   * @return an extension or a hunt group, or empty if the list knows nothing of this number
   */
  public Optional<Destination> lookUp(DirectoryNumber number) {
    Extension extension = byNumber.get(number);
    if (extension != null) {
      return Optional.of(new Destination.ToExtension(extension.number()));
    }
    return groupsAsDialled.getOrDefault(number, Optional.empty());
  }

  /**
   * How calls may wait for an extension.
   *
   * @param extension its number
   * @return its policy, or the default if the list has no such extension
   */
  public WaitingPolicy waitingFor(DirectoryNumber extension) {
    Extension known = byNumber.get(extension);
    return known == null ? WaitingPolicy.DEFAULT : known.waiting();
  }

  /**
   * All extensions.
   *
   * @return in the order of the list
   */
  public Collection<Extension> extensions() {
    return extensions;
  }

  /**
   * All hunt groups.
   *
   * @return in the order of the list
   */
  public Collection<HuntGroup> huntGroups() {
    return groups;
  }

  /**
   * The extensions for which a device rings.
   *
   * @param device any device
   * @return in the order of the list; none if the list does not know the device
   */
  public List<Extension> extensionsOn(Device device) {
    return devices.getOrDefault(device, List.of());
  }

  /**
   * The extensions that ring at a phone, under whichever of its names: the one that is watched, or
   * the one that is dialled.
   *
   * @param phone any device
   * @return in the order of the list; none if it is the phone of nobody
   */
  public List<Extension> extensionsAt(Device phone) {
    List<Extension> watched = extensionsOn(phone);
    return watched.isEmpty()
        ? extensions.stream()
            .filter(each -> each.devices().stream().anyMatch(target -> target.isNamed(phone)))
            .toList()
        : watched;
  }

  /**
   * Who sits at another phone than the own one.
   *
   * @return {@link Desks#NONE} for a list that was built
   */
  public Desks desks() {
    return desks;
  }

  /**
   * This list, with people at other phones: those ring for them instead of their own devices.
   * Whoever sat somewhere in this list sits there no more, unless it is said again. A person that
   * the list does not have, and a phone that is somebody's own, are left out.
   *
   * @param taken who sits where
   * @return this list if nothing changes
   */
  public PhoneList with(Desks taken) {
    PhoneList own = described == null ? this : described;
    Desks allowed = taken.where(own::mayBeAt);
    if (allowed.equals(desks)) {
      return this;
    }
    return allowed.isNone() ? own : own.seating(allowed);
  }

  private boolean mayBeAt(DirectoryNumber person, Device phone) {
    return hasExtension(person) && Desks.isDesk(phone) && extensionsAt(phone).isEmpty();
  }

  private PhoneList seating(Desks allowed) {
    Map<DirectoryNumber, Extension> seated = new LinkedHashMap<>();
    for (Extension each : extensions) {
      Extension now = allowed.of(each.number()).map(each::at).orElse(each);
      seated.put(each.number(), now);
    }
    Map<DirectoryNumber, HuntGroup> same = new LinkedHashMap<>();
    groups.forEach(each -> same.put(each.number(), each));
    return new PhoneList(new Items(seated, same), settings, allowed, this);
  }

  /**
   * Whether the state of a device is that of a hint of the dialplan.
   *
   * @return true if at least one device is watched by a hint
   */
  public boolean watchesHints() {
    return watchesHints;
  }

  /**
   * Which waiting call goes first.
   *
   * @return the order over all groups that share a phone
   */
  public QueueOrder queueOrder() {
    return settings.queueOrder();
  }

  /**
   * In which time zone explanations give times. Opening hours have zones of their own.
   *
   * @return the zone; UTC unless set
   */
  public ZoneId timeZone() {
    return settings.timeZone();
  }

  /**
   * Whether a caller who shows this number may be called back.
   *
   * @param number the number shown
   * @return true if it begins with a prefix that is allowed
   */
  public boolean allowsCallBack(ExternalNumber number) {
    return settings.allowed().callBack().stream().anyMatch(number.digits()::startsWith);
  }

  /**
   * How often something may be used that callers bring about.
   *
   * @param use what
   * @return the limit; {@link UseLimit#NONE} if there is none
   */
  public UseLimit limit(LimitedUse use) {
    return settings.limits().of(use);
  }

  /**
   * Which numbers outside the house may be called.
   *
   * @return their prefixes
   */
  public AllowedNumbers allowedNumbers() {
    return settings.allowed();
  }

  /**
   * Whether any forwarding or hunt group asks what time it is, so that a call can be routed
   * differently without anything having happened.
   *
   * @return true if at least one condition depends on the time, or a group has opening hours
   */
  public boolean dependsOnTime() {
    return dependsOnTime;
  }

  /**
   * When opening hours of any forwarding or hunt group begin or end next, to the nanosecond. What
   * was found out is kept until then.
   *
   * @param after an instant, on the wall clock
   * @return the first instant after it at which a schedule of the list opens or closes; empty if
   *     none ever does
   */
  public Optional<Instant> nextHoursChange(Instant after) {
    return hoursChanges.next(after);
  }

  /**
   * What forwardings ask the host.
   *
   * @return the host predicates of the list
   */
  public HostPredicates hostPredicates() {
    return hostPredicates;
  }

  /**
   * Two lists are equal if they have equal extensions and groups in the same order, the same people
   * at the same phones, and the same settings otherwise. A host predicate is compared by its name.
   */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PhoneList list
        && desks.equals(list.desks)
        && Objects.equals(described, list.described)
        && extensions.equals(list.extensions)
        && groups.equals(list.groups)
        && settings.equals(list.settings);
  }

  @Override
  public int hashCode() {
    return Objects.hash(extensions, groups, settings);
  }

  @Override
  public String toString() {
    return "phone list of "
        + extensions.size()
        + " extensions and "
        + groups.size()
        + " hunt groups";
  }

  private void noteAsDialled(HuntGroup group) {
    Optional<Destination> pilot = Optional.of(new Destination.ToHuntGroup(group.number()));
    group.menuKey().ifPresent(key -> groupsAsDialled.putIfAbsent(key, pilot));
    groupsAsDialled.put(group.number(), pilot);
  }

  private static <T> List<T> both(List<T> some, List<T> others) {
    List<T> all = new ArrayList<>(some);
    all.addAll(others);
    return List.copyOf(all);
  }

  private Stream<Condition> conditions() {
    return extensions.stream()
        .flatMap(extension -> extension.forwarding().entries())
        .map(CallForwarding.Entry::when);
  }

  private static Stream<Schedule> schedules(Condition condition) {
    return condition
        .elements()
        .filter(Condition.During.class::isInstance)
        .map(each -> ((Condition.During) each).schedule());
  }
}
