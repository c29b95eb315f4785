package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What is different for calls when one phone list takes the place of another: which destinations
 * can lead elsewhere than before. It follows from the texts of the two lists, so a replay finds the
 * same.
 *
 * <p>Thread safety: immutable.
 */
public final class PhoneListChange {

  /** If more destinations than this are affected, they are not named: every one may be. */
  public static final int MOST_NAMED = 500;

  private final PhoneList from;
  private final PhoneList to;
  private final ReachMap reach;
  private final boolean everywhere;
  private final List<Destination> affected;
  private final List<Device> devices;
  private final List<Extension> moved;

  private PhoneListChange(PhoneList from, PhoneList to, int mostNamed) {
    this.from = from;
    this.to = to;
    this.reach = new ReachMap(to);
    Differences differences = new Differences(from, to, mostNamed);
    Set<Destination> found =
        differences.areMany() ? Set.of() : reach.leadingTo(differences.items, mostNamed + 1);
    this.everywhere = differences.areMany() || found.size() > mostNamed;
    this.affected = everywhere ? List.of() : List.copyOf(found);
    this.devices = everywhere ? List.of() : List.copyOf(differences.devices);
    this.moved = to.extensions().stream().filter(now -> hasOtherDevices(now, from)).toList();
  }

  /**
   * The change from one list to another. It takes as long as to look through both.
   *
   * @param from the list that was in force
   * @param to the list that takes its place
   * @return what is different
   */
  public static PhoneListChange between(PhoneList from, PhoneList to) {
    return new PhoneListChange(from, to, MOST_NAMED);
  }

  /**
   * The change from one list to another, as if much were different.
   *
   * @param from the list that was in force
   * @param to the list that takes its place
   * @return a change by which every destination may be affected
   */
  public static PhoneListChange everywhere(PhoneList from, PhoneList to) {
    return new PhoneListChange(from, to, -1);
  }

  /**
   * Whether this is the change between two lists.
   *
   * @param before the list that was in force
   * @param after the list that takes its place
   * @return true for the very lists of which it was made
   */
  @SuppressWarnings("ReferenceEquality") // To compare contents would take as long as a new change.
  public boolean isBetween(PhoneList before, PhoneList after) {
    return from == before && to == after;
  }

  /**
   * The list that takes the place of the other.
   *
   * @return the new list
   */
  public PhoneList to() {
    return to;
  }

  /**
   * Where calls can get in the new list.
   *
   * @return its map
   */
  public ReachMap reach() {
    return reach;
  }

  /**
   * Whether every destination may be affected.
   *
   * @return false if {@link #affected} names them
   */
  public boolean isEverywhere() {
    return everywhere;
  }

  /**
   * The destinations from which calls can get elsewhere than before, or by other settings.
   *
   * @return at most {@value #MOST_NAMED}, in the order of the lists; empty if everything may be
   */
  public List<Destination> affected() {
    return affected;
  }

  /**
   * The devices that belong to an affected extension in one of the two lists.
   *
   * @return each once; empty if every destination may be affected
   */
  public List<Device> devices() {
    return devices;
  }

  /**
   * The extensions that both lists have, with other devices.
   *
   * @return as in the new list, in its order; all of them, whatever else is affected
   */
  public List<Extension> moved() {
    return moved;
  }

  private static boolean hasOtherDevices(Extension now, PhoneList from) {
    return from.extension(now.number())
        .filter(before -> !before.devices().equals(now.devices()))
        .isPresent();
  }

  /** The items that one of two lists has and the other has not, or has with other settings. */
  private static final class Differences {

    private final int most;
    private final boolean otherSettings;
    private final Set<Destination> items = new LinkedHashSet<>();
    private final Set<Device> devices = new LinkedHashSet<>();

    Differences(PhoneList from, PhoneList to, int most) {
      this.most = most;
      this.otherSettings =
          !from.queueOrder().equals(to.queueOrder())
              || !from.allowedNumbers().equals(to.allowedNumbers());
      find(to, from);
      find(from, to);
    }

    boolean areMany() {
      return otherSettings || items.size() > most;
    }

    /** What of one list is not in another in the same way. */
    private void find(PhoneList list, PhoneList other) {
      for (Extension each : list.extensions()) {
        if (areMany()) {
          return;
        }
        if (!other.extension(each.number()).filter(each::equals).isPresent()) {
          items.add(new Destination.ToExtension(each.number()));
          each.devices().forEach(on -> devices.add(on.device()));
        }
      }
      for (HuntGroup each : list.huntGroups()) {
        if (areMany()) {
          return;
        }
        if (!other.huntGroup(each.number()).filter(known -> same(each, known)).isPresent()) {
          items.add(new Destination.ToHuntGroup(each.number()));
        }
      }
    }

    /** In a text a strategy of the host stands by its name alone. */
    private static boolean same(HuntGroup one, HuntGroup other) {
      return one.equals(other) || byName(one).equals(byName(other));
    }

    private static HuntGroup byName(HuntGroup group) {
      HuntGroup.Hunting hunting = group.hunting();
      if (hunting.strategy() instanceof StandardStrategy) {
        return group;
      }
      return new HuntGroup(
          group.number(),
          group.menuKey(),
          group.members(),
          new HuntGroup.Hunting(
              new Named(hunting.strategy().words()),
              hunting.preference(),
              hunting.forwarding(),
              hunting.escalation(),
              hunting.growth()),
          group.requirements(),
          group.waiting(),
          group.presence(),
          group.hearing(),
          group.onAnswer());
    }
  }

  /** A strategy of the host, as a text of a phone list names it. */
  private record Named(String words) implements Strategy {

    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      throw new IllegalStateException("strategy " + words + " is known here by its name alone");
    }
  }
}
