package io.ringwright.call;

/**
 * Where a call can go: an extension, a hunt group, a number outside the house, or a place in the
 * dialplan of the host.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Destination {

  /**
   * One extension.
   *
   * @param number its number
   */
  record ToExtension(DirectoryNumber number) implements Destination {
    @Override
    public String toString() {
      return "extension " + number;
    }
  }

  /**
   * The members of a hunt group.
   *
   * @param number its pilot number
   */
  record ToHuntGroup(DirectoryNumber number) implements Destination {
    @Override
    public String toString() {
      return "hunt group " + number;
    }
  }

  /**
   * A number outside the house.
   *
   * @param number what the trunk is given
   */
  record ToExternal(ExternalNumber number) implements Destination {
    @Override
    public String toString() {
      return "external number " + number;
    }
  }

  /**
   * A place in the dialplan of the host, which sees to the call from there on.
   *
   * @param place context and extension
   */
  record ToDialplan(DialplanExtension place) implements Destination {
    @Override
    public String toString() {
      return "dialplan " + place;
    }
  }

  /**
   * The number as dialled, without saying what stands behind it.
   *
   * @return digits, possibly with a leading plus; for a place in the dialplan its context, a comma
   *     and its extension
   */
  default String digits() {
    if (this instanceof ToExtension to) {
      return to.number().digits();
    }
    if (this instanceof ToHuntGroup to) {
      return to.number().digits();
    }
    return this instanceof ToExternal to
        ? to.number().digits()
        : ((ToDialplan) this).place().toString();
  }
}
