package io.ringwright.fakeasterisk.ami;

import java.util.EnumSet;
import java.util.Set;

/**
 * Somebody who may log in to AMI.
 *
 * <p>Thread safety: immutable.
 *
 * @param name the user name
 * @param secret the password
 * @param read which events reach this user
 * @param write which actions this user may use
 */
public record AmiUser(String name, String secret, Set<AmiClass> read, Set<AmiClass> write) {

  /** Copies the sets. */
  public AmiUser {
    read = Set.copyOf(read);
    write = Set.copyOf(write);
  }

  /**
   * A user with the rights that Ringwright asks for and no more.
   *
   * @param name the user name
   * @param secret the password
   * @return reads system, call and reporting; writes call and reporting
   */
  public static AmiUser router(String name, String secret) {
    return new AmiUser(
        name,
        secret,
        Set.of(AmiClass.SYSTEM, AmiClass.CALL, AmiClass.REPORTING),
        Set.of(AmiClass.CALL, AmiClass.REPORTING));
  }

  /**
   * The same user with one more right.
   *
   * @param right which actions this user may use as well
   * @return a copy
   */
  public AmiUser withWrite(AmiClass right) {
    Set<AmiClass> more = EnumSet.of(right);
    more.addAll(write);
    return new AmiUser(name, secret, read, more);
  }

  /** All but the password. */
  @Override
  public String toString() {
    return name + ", reads " + read + ", writes " + write;
  }
}
