package io.ringwright.call;

/**
 * Where a call can go: an extension, a hunt group, or a number outside the house.
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
   * The number as dialled, without saying what stands behind it.
   *
   * @return digits, possibly with a leading plus
   */
  default String digits() {
    if (this instanceof ToExtension to) {
      return to.number().digits();
    }
    if (this instanceof ToHuntGroup to) {
      return to.number().digits();
    }
    return ((ToExternal) this).number().digits();
  }
}
