package io.ringwright;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.Priority;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/**
 * What a host application can order, beside the phone list. {@link CallRouter} implements it. An
 * order about a call, an extension or a hunt group that is not there, or that cannot be carried out
 * now, is refused with the reason and changes nothing; {@link
 * io.ringwright.port.RoutingListener#ignored} is told too.
 *
 * <p>A stage completes when the journal has kept the order. A method may be called by a listener,
 * which must not wait for the stage: what the order brings about comes after what the listener is
 * told now.
 *
 * <p>Errors: a method throws {@link IllegalStateException} after the router was closed, and
 * whatever {@link io.ringwright.port.Directory#phoneList} throws; then nothing was changed. A stage
 * completes exceptionally only if the engine could not apply the order, which {@link
 * io.ringwright.port.RoutingListener#failed} is told too.
 *
 * <p>Thread safety: implementations may be used by many threads.
 */
public interface HostOrders {

  /**
   * Sends a waiting caller to an extension now, out of turn. It need not be a member of the hunt
   * group for which the call waits. The phone must be able to ring for one more call: who is
   * engaged, logged out, paused, on do-not-disturb, forwarded or not reachable is refused. A
   * wrap-up is no obstacle. If the phone is not answered, its forwardings are not followed: the
   * caller goes on waiting at the old place.
   *
   * @param call the call; it must wait, on a switch to which there is a link
   * @param extension the number of the extension
   * @return whether the caller is on the way, or why not
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> deliverTo(CallId call, DirectoryNumber extension);

  /**
   * Ends a call that nobody has answered, with the outcome withdrawn. The engine does not hang up
   * the channel; the host does with it what it wants. If the channel asks the engine again, the
   * answer is to reject it, and no snapshot brings the call back.
   *
   * @param call the call; one that was answered is refused
   * @return what became of it
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> withdraw(CallId call);

  /**
   * Has a call that nobody has answered prefer an extension for a while, such as the one that the
   * caller talked to last. It need not be a member of the hunt group. While it could answer the
   * call waits for it only, whoever else is free, and goes there when its turn comes; who is
   * engaged or in wrap-up could answer. Its forwardings hold as those of a member of the hunt group
   * do, in the house. When the time is over, or neither the extension nor whoever it forwards to
   * can answer - logged out, paused, out of service, not reachable - or the phone did not take this
   * call, it is a call of its queue as any other, at its place. Limits of the queue count on, and
   * an overflow or a key ends the preference. A later order takes the place of an earlier one.
   *
   * @param call the call; one that was answered is refused
   * @param extension the number of the extension; one for which nobody can answer now is refused
   * @param time for how long: above zero, 24 h at most
   * @return what became of it
   * @throws IllegalArgumentException if the time is out of range
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> prefer(CallId call, DirectoryNumber extension, Duration time);

  /**
   * Gives a call that nobody has answered another priority; its ticket stays.
   *
   * @param call the call; one that was answered is refused
   * @param priority its priority from now on
   * @return what became of it
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> changePriority(CallId call, Priority priority);

  /**
   * Lets a waiting caller hang up and be called back when the turn comes; the place is kept. The
   * number is not checked against the allowed prefixes of the phone list: the host must know that
   * it may be called. A switch that cannot call anybody back makes it refused. A caller who does
   * not answer is called again after 5 minutes, three times in all.
   *
   * @param call the call; one that does not wait is refused
   * @param number where to call
   * @return what became of it
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> callBack(CallId call, ExternalNumber number);

  /**
   * Logs an extension in or out of its hunt groups, pauses it or ends its pause. It holds until the
   * next change, and over a restart if the journal keeps events. Direct calls are not affected.
   *
   * @param extension its number
   * @param attendance what holds from now on
   * @return what became of it
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> setAttendance(DirectoryNumber extension, Attendance attendance);

  /**
   * The same in one hunt group, of which the extension is a member. It takes calls through the
   * group only if it is present as a whole and there; what was said of one does not change the
   * other.
   *
   * @param extension its number
   * @param group the number of the hunt group
   * @param attendance what holds there from now on
   * @return what became of it
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> setAttendance(
      DirectoryNumber extension, DirectoryNumber group, Attendance attendance);

  /**
   * The person of an extension sits at another phone from now on (hot desking): that phone rings
   * for the extension, and its own devices do not. Whoever sat there before is at the own phone
   * again. To sit at an own device is to {@linkplain #leaveDesk leave} the other one. Attendance,
   * wrap-up and talks go along. It holds until the next such order, over a change of the phone list
   * and, if the journal keeps events, over a restart; {@link
   * io.ringwright.directory.PhoneList#desks} says who sits where.
   *
   * @param extension its number
   * @param phone a phone of nobody, such as {@code PJSIP/8305}; that of another extension is
   *     refused
   * @return what became of it
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> sitAt(DirectoryNumber extension, Device phone);

  /**
   * The person of an extension is at the own phone again.
   *
   * @param extension its number
   * @return what became of it; done as well if it sat at no other phone
   */
  @CanIgnoreReturnValue
  CompletionStage<OrderAnswer> leaveDesk(DirectoryNumber extension);
}
