package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.availability.DeviceState;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where parked channels wait, each at a number by which it can be retrieved. Source: {@code
 * res/res_parking.c} of Asterisk; the time after which a parked channel goes elsewhere is not
 * imitated.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class ParkingLot {

  private final LiveChannel.Home home;
  private final Supplier<Bridge> bridges;
  private final Spaces spaces;
  private final Map<Integer, LiveChannel> parked = new TreeMap<>();
  private @Nullable Bridge waiting;

  ParkingLot(LiveChannel.Home home, Supplier<Bridge> bridges, Spaces spaces) {
    this.home = home;
    this.bridges = bridges;
    this.spaces = spaces;
  }

  /**
   * The numbers of a lot.
   *
   * @param context where they can be dialled
   * @param first the lowest
   * @param last the highest; below the first one if there are none
   */
  public record Spaces(String context, int first, int last) {

    /** A switch that parks nobody. */
    public static final Spaces NONE = new Spaces("", 1, 0);
  }

  boolean hasRoom() {
    return parked.size() <= spaces.last() - spaces.first();
  }

  /**
   * Parks a channel that is in no talk.
   *
   * @param parkee the channel; its driver hears when it is no longer parked
   * @param afterwards what it does then
   * @return false if no space is free
   */
  public boolean park(LiveChannel parkee, Runnable afterwards) {
    boolean room = hasRoom();
    if (room) {
      parkee.answer();
      enter(parkee, afterwards, reserve(parkee));
    }
    return room;
  }

  /** Parks whoever talks with a channel. Nothing happens if nobody does, or no space is free. */
  void parkOtherThan(LiveChannel parker) {
    for (Bridge talk : parker.bridge().stream().toList()) {
      for (LiveChannel parkee :
          talk.otherThan(parker).filter(other -> hasRoom()).stream().toList()) {
        move(parkee, talk, reserve(parkee));
        talk.dissolve(parker);
      }
    }
  }

  /** Takes the lowest free space, and says so. */
  int reserve(LiveChannel parkee) {
    int space =
        IntStream.rangeClosed(spaces.first(), spaces.last())
            .filter(number -> !parked.containsKey(number))
            .findFirst()
            .orElseThrow();
    parked.put(space, parkee);
    home.tell(listener -> listener.parked(parkee, space));
    return space;
  }

  void move(LiveChannel parkee, Bridge talk, int space) {
    waiting();
    enter(parkee, talk.leave(parkee), space);
  }

  private void enter(LiveChannel parkee, Runnable afterwards, int space) {
    tellState(space, true);
    waiting().enter(parkee, afterwards);
    parkee.audio().startMusic("default");
  }

  private Bridge waiting() {
    Bridge known = waiting;
    if (known == null) {
      known = bridges.get();
      known.endsBy(this::left);
      known.keepsAlone();
      waiting = known;
    }
    return known;
  }

  /** A parked channel is hung up. */
  private void left(LiveChannel channel) {
    spaceOf(channel).ifPresent(this::free);
    waiting().leave(channel).run();
  }

  private Optional<Integer> spaceOf(LiveChannel channel) {
    return parked.entrySet().stream()
        .filter(space -> space.getValue() == channel)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void free(int space) {
    parked.remove(space);
    tellState(space, false);
  }

  private void tellState(int space, boolean taken) {
    home.tell(
        listener ->
            listener.deviceChanged(
                "park:" + space + "@" + spaces.context(),
                taken ? DeviceState.IN_USE : DeviceState.NOT_IN_USE));
  }

  /**
   * Connects a channel with whoever is parked.
   *
   * @param retriever a channel; its driver hears when the talk is over
   * @param space the number of the space
   * @param afterwards what the retriever does after the talk
   * @return whether anybody was there
   */
  public boolean retrieve(LiveChannel retriever, int space, Runnable afterwards) {
    LiveChannel parkee = parked.get(space);
    if (parkee == null) {
      return false;
    }
    retriever.answer();
    Bridge talk = bridges.get();
    parkee.audio().stopMusic();
    free(space);
    home.tell(listener -> listener.unparked(parkee, retriever, space));
    talk.enter(parkee, waiting().leave(parkee));
    talk.enter(retriever, afterwards);
    return true;
  }
}
