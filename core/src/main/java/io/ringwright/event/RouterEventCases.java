package io.ringwright.event;

/**
 * One function for each kind of {@link RouterEvent}.
 *
 * @param <R> what they give
 */
public interface RouterEventCases<R> {

  /**
   * The function for {@link RouterEvent.Started}.
   *
   * @param event the event
   * @return what it gives
   */
  R started(RouterEvent.Started event);

  /**
   * The function for {@link RouterEvent.Resumed}.
   *
   * @param event the event
   * @return what it gives
   */
  R resumed(RouterEvent.Resumed event);

  /**
   * The function for {@link RouterEvent.PhoneListInstalled}.
   *
   * @param event the event
   * @return what it gives
   */
  R phoneListInstalled(RouterEvent.PhoneListInstalled event);

  /**
   * The function for {@link RouterEvent.Arrived}.
   *
   * @param event the event
   * @return what it gives
   */
  R arrived(RouterEvent.Arrived event);

  /**
   * The function for {@link RouterEvent.RingEnded}.
   *
   * @param event the event
   * @return what it gives
   */
  R ringEnded(RouterEvent.RingEnded event);

  /**
   * The function for {@link RouterEvent.Landed}.
   *
   * @param event the event
   * @return what it gives
   */
  R landed(RouterEvent.Landed event);

  /**
   * The function for {@link RouterEvent.CallerAlive}.
   *
   * @param event the event
   * @return what it gives
   */
  R callerAlive(RouterEvent.CallerAlive event);

  /**
   * The function for {@link RouterEvent.KeyPressed}.
   *
   * @param event the event
   * @return what it gives
   */
  R keyPressed(RouterEvent.KeyPressed event);

  /**
   * The function for {@link RouterEvent.Answered}.
   *
   * @param event the event
   * @return what it gives
   */
  R answered(RouterEvent.Answered event);

  /**
   * The function for {@link RouterEvent.Ended}.
   *
   * @param event the event
   * @return what it gives
   */
  R ended(RouterEvent.Ended event);

  /**
   * The function for {@link RouterEvent.HandedOver}.
   *
   * @param event the event
   * @return what it gives
   */
  R handedOver(RouterEvent.HandedOver event);

  /**
   * The function for {@link RouterEvent.FellBack}.
   *
   * @param event the event
   * @return what it gives
   */
  R fellBack(RouterEvent.FellBack event);

  /**
   * The function for {@link RouterEvent.TakenOver}.
   *
   * @param event the event
   * @return what it gives
   */
  R takenOver(RouterEvent.TakenOver event);

  /**
   * The function for {@link RouterEvent.Withdrawn}.
   *
   * @param event the event
   * @return what it gives
   */
  R withdrawn(RouterEvent.Withdrawn event);

  /**
   * The function for {@link RouterEvent.DeliveryOrdered}.
   *
   * @param event the event
   * @return what it gives
   */
  R deliveryOrdered(RouterEvent.DeliveryOrdered event);

  /**
   * The function for {@link RouterEvent.PreferenceOrdered}.
   *
   * @param event the event
   * @return what it gives
   */
  R preferenceOrdered(RouterEvent.PreferenceOrdered event);

  /**
   * The function for {@link RouterEvent.PriorityChanged}.
   *
   * @param event the event
   * @return what it gives
   */
  R priorityChanged(RouterEvent.PriorityChanged event);

  /**
   * The function for {@link RouterEvent.CallBackArranged}.
   *
   * @param event the event
   * @return what it gives
   */
  R callBackArranged(RouterEvent.CallBackArranged event);

  /**
   * The function for {@link RouterEvent.AttendanceChanged}.
   *
   * @param event the event
   * @return what it gives
   */
  R attendanceChanged(RouterEvent.AttendanceChanged event);

  /**
   * The function for {@link RouterEvent.GroupAttendanceChanged}.
   *
   * @param event the event
   * @return what it gives
   */
  R groupAttendanceChanged(RouterEvent.GroupAttendanceChanged event);

  /**
   * The function for {@link RouterEvent.DeviceReported}.
   *
   * @param event the event
   * @return what it gives
   */
  R deviceReported(RouterEvent.DeviceReported event);

  /**
   * The function for {@link RouterEvent.PbxSeen}.
   *
   * @param event the event
   * @return what it gives
   */
  R pbxSeen(RouterEvent.PbxSeen event);

  /**
   * The function for {@link RouterEvent.PbxConnected}.
   *
   * @param event the event
   * @return what it gives
   */
  R pbxConnected(RouterEvent.PbxConnected event);

  /**
   * The function for {@link RouterEvent.PbxExpected}.
   *
   * @param event the event
   * @return what it gives
   */
  R pbxExpected(RouterEvent.PbxExpected event);

  /**
   * The function for {@link RouterEvent.PbxDisconnected}.
   *
   * @param event the event
   * @return what it gives
   */
  R pbxDisconnected(RouterEvent.PbxDisconnected event);

  /**
   * The function for {@link RouterEvent.TimePassed}.
   *
   * @param event the event
   * @return what it gives
   */
  R timePassed(RouterEvent.TimePassed event);

  /**
   * The function for {@link RouterEvent.DeliveryAnswered}.
   *
   * @param event the event
   * @return what it gives
   */
  R deliveryAnswered(RouterEvent.DeliveryAnswered event);

  /**
   * The function for {@link RouterEvent.CallerSeen}.
   *
   * @param event the event
   * @return what it gives
   */
  R callerSeen(RouterEvent.CallerSeen event);
}
