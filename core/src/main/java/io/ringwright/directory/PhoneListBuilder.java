package io.ringwright.directory;

import static java.util.Objects.requireNonNull;

import io.ringwright.call.LimitedUse;
import io.ringwright.waiting.QueueOrder;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Builds a {@link PhoneList}, and refuses one that would misroute calls.
 *
 * <p>Thread safety: for one thread.
 */
public final class PhoneListBuilder {

  private static final ZoneId UTC = ZoneId.of("UTC");

  private final List<ExtensionBuilder> extensions = new ArrayList<>();
  private final List<HuntGroupBuilder> groups = new ArrayList<>();
  private final List<String> externalPrefixes = new ArrayList<>();
  private final List<String> callBackPrefixes = new ArrayList<>();
  private QueueOrder queueOrder = QueueOrder.STRICT;
  private UseLimits limits = UseLimits.USUAL;
  private ZoneId timeZone = UTC;

  PhoneListBuilder() {}

  /**
   * Adds an extension.
   *
   * @param number 1 to 20 of {@code 0-9 * #}
   * @param description sets its device and whatever else is not default
   * @return this
   */
  public PhoneListBuilder extension(String number, Consumer<ExtensionBuilder> description) {
    requireNonNull(number, "extension is null: expected a number");
    ExtensionBuilder extension = new ExtensionBuilder(number);
    description.accept(extension);
    extensions.add(extension);
    return this;
  }

  /**
   * Adds a hunt group.
   *
   * @param number its pilot number, 1 to 20 of {@code 0-9 * #}
   * @param description names its members and whatever else is not default
   * @return this
   */
  public PhoneListBuilder huntGroup(String number, Consumer<HuntGroupBuilder> description) {
    requireNonNull(number, "hunt group is null: expected a number");
    HuntGroupBuilder group = new HuntGroupBuilder(number);
    description.accept(group);
    groups.add(group);
    return this;
  }

  /**
   * Allows calls to be forwarded to external numbers that begin so. None is allowed by default:
   * forwarding to the outside costs money, and is the commonest toll fraud.
   *
   * @param prefix such as {@code +4930}, with at least one digit
   * @return this
   */
  public PhoneListBuilder allowExternal(String prefix) {
    requireNonNull(prefix, "allowExternal is null: expected a prefix");
    externalPrefixes.add(prefix);
    return this;
  }

  /**
   * Allows callers whose number begins so to be called back when they ask for it by a key. None is
   * allowed by default: a caller can show any number, and an expensive one is a known fraud.
   *
   * @param prefix such as {@code +4930}, with at least one digit
   * @return this
   */
  public PhoneListBuilder allowCallBack(String prefix) {
    requireNonNull(prefix, "allowCallBack is null: expected a prefix");
    callBackPrefixes.add(prefix);
    return this;
  }

  /**
   * How often callers may be called back, be diverted to external numbers, or take kept places
   * back: for one number, and in all. What is above it is refused and told to {@link
   * io.ringwright.port.RoutingListener#limitReached}.
   *
   * <ul>
   *   <li>Calls back: 3 an hour for one number, 200 in all.
   *   <li>Diversions: 1000 an hour to one external number, as when a house diverts all its calls at
   *       night, 3000 in all.
   *   <li>Places taken back: 5 an hour for one caller's number, 500 in all.
   * </ul>
   *
   * @param use what is limited
   * @param limit the limit, or {@link UseLimit#NONE}
   * @return this
   */
  public PhoneListBuilder limit(LimitedUse use, UseLimit limit) {
    requireNonNull(use, "use of a limit is null: expected what is limited");
    requireNonNull(limit, "limit is null: expected a limit, or UseLimit.NONE");
    limits = limits.with(use, limit);
    return this;
  }

  /**
   * Which waiting call goes first, over all groups that share a phone. Default {@link
   * QueueOrder#STRICT}.
   *
   * @param order strict priority, or priorities that age
   * @return this
   */
  public PhoneListBuilder queueOrder(QueueOrder order) {
    queueOrder = requireNonNull(order, "queueOrder is null: expected a value");
    return this;
  }

  /**
   * In which time zone explanations give times, such as the end of a wrap-up. Default UTC, and then
   * they say so. Opening hours have zones of their own, see {@link Schedule}.
   *
   * @param zone the zone of the people who read explanations
   * @return this
   */
  public PhoneListBuilder timeZone(ZoneId zone) {
    timeZone = requireNonNull(zone, "timeZone is null: expected a value");
    return this;
  }

  /**
   * Checks everything and makes the list.
   *
   * @return the list
   * @throws DirectoryException naming every mistake: unknown, malformed or repeated numbers, limits
   *     and times out of range, groups that are empty or members of themselves, unconditional
   *     forwardings that always lead in a circle, external numbers that are not allowed
   */
  public PhoneList build() {
    PhoneListInspection.Inspected checked =
        new PhoneListInspection(
                new DescribedPhoneList(
                    extensions, groups, externalPrefixes, callBackPrefixes, queueOrder))
            .inspect();
    return new PhoneList(
        checked.extensions(),
        checked.groups(),
        new HouseSettings(queueOrder, checked.allowed(), limits, timeZone));
  }
}
