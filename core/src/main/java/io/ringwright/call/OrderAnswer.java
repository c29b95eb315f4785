package io.ringwright.call;

/**
 * What became of an order of the host: it was carried out, or refused for a reason.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface OrderAnswer extends EventAnswer {

  /**
   * What was done, or the fact for which the order was refused.
   *
   * @return one sentence for people, without a full stop
   */
  String explanation();

  /**
   * Whether it was carried out.
   *
   * @return false if nothing was changed
   */
  default boolean isDone() {
    return this instanceof Done;
  }

  /**
   * The order was carried out. A caller who is sent to a phone is on the way: whether it is
   * answered there remains to be seen.
   *
   * @param explanation what was done
   */
  record Done(String explanation) implements OrderAnswer {}

  /**
   * The order was refused, and nothing was changed.
   *
   * @param reason why
   * @param explanation the fact that settled it
   */
  record Refused(OrderRefusal reason, String explanation) implements OrderAnswer {}
}
