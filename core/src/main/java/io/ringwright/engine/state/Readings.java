package io.ringwright.engine.state;

import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions that are answered in pieces, while events pass in between. Before something changes
 * that such a question may look at, the question is told, so that it can read it as it was at its
 * beginning. No part of the state.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class Readings {

  private final List<Watch> open = new ArrayList<>(1);

  /** A question that is told of changes; it must change nothing. */
  public interface Watch {

    /** A call is about to join or to leave its queue, or to wait in another way. */
    void before(Call call);

    /** What a queue can expect is about to change. */
    void before(Destination queue);

    /** How much of a device is taken is about to change. */
    void before(Device device);

    /** The attendance, the work or the talk of an extension is about to change. */
    void before(DirectoryNumber extension);

    /** The order of all waiting calls is about to change, and with it what queues can expect. */
    default void beforeAnotherOrder() {}
  }

  Readings() {}

  /** From now on a question is told of changes. */
  public void open(Watch question) {
    open.add(question);
  }

  /** A question is told no more. */
  public void close(Watch question) {
    open.remove(question);
  }

  /** Whether any question is told of changes. */
  boolean isAnyOpen() {
    return !open.isEmpty();
  }

  /** A call is about to join or to leave its queue, or to wait in another way. */
  public void before(Call call) {
    if (!open.isEmpty()) {
      open.forEach(each -> each.before(call));
    }
  }

  void before(Destination queue) {
    if (!open.isEmpty()) {
      open.forEach(each -> each.before(queue));
    }
  }

  void before(Device device) {
    if (!open.isEmpty()) {
      open.forEach(each -> each.before(device));
    }
  }

  void before(DirectoryNumber extension) {
    if (!open.isEmpty()) {
      open.forEach(each -> each.before(extension));
    }
  }

  void beforeAnotherOrder() {
    open.forEach(Watch::beforeAnotherOrder);
  }
}
