package io.ringwright.engine;

import io.ringwright.call.Device;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import io.ringwright.routing.PlainMembers;
import io.ringwright.routing.Trail;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whose turn it is: those in line are matched with phones, first to last, and nobody overtakes.
 * Belongs to the {@link EngineState} and its lock.
 *
 * <p>The same could be found out by walking along the whole line each time and asking for every
 * call; the tests do that, and compare.
 */
public interface Dispatcher extends DeviceTable.Watcher {

  /** Something about a device changed: it may serve somebody now whom it could not before. */
  @Override
  void touched(Device device);

  /** A device was taken: whom it could not serve before it cannot serve now either. */
  @Override
  void taken(Device device);

  /** A call joined the line, or is to be served by other phones than before. */
  void changed(Call file);

  /** Any call may be served now: others can be delivered than before, or hours opened. */
  void allChanged();

  /** There is another phone list. */
  void phonesChanged();

  /** Whether something changed since the last dispatch. */
  boolean isPending();

  /** Everybody in line whose turn has come is sent to a phone. */
  void dispatch();

  /**
   * Decides about one call when those ahead in line have had their turn: what they could take is
   * taken, or counts as taken.
   */
  <T> T inTurn(Call file, Trail trail, Supplier<T> decision);

  /** The same without any effect: nobody is sent to a phone, and nothing is changed. */
  <T> T asIfInTurn(Call file, Trail trail, Supplier<T> decision);

  /** What is kept ready of a group's plain members. */
  Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage);
}
