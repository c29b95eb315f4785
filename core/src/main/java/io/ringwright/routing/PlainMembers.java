package io.ringwright.routing;

import io.ringwright.directory.Strategy;
import java.util.List;

/**
 * The plain members of a hunt group - those about whom nothing but their own phone decides - kept
 * in order, so that not each has to be asked.
 */
public interface PlainMembers {

  /**
   * The best of those who may ring for a caller: as many as the group's strategy must see.
   *
   * @param caller for whom
   * @param memory what the group remembers
   * @param path the way to the group
   * @return contenders among whom the strategy chooses the same as among all; none if no plain
   *     member may ring
   */
  List<HuntSequence.Contender> best(RoutedCaller caller, Strategy.Memory memory, Path path);

  /**
   * Whether any plain member may ring now, for somebody.
   *
   * @return false if no caller of this kind can be rung through
   */
  boolean anybodyFree();

  /**
   * Whether a plain member may ring later, if none may now.
   *
   * @return false if all are out of service, logged out, not reachable, or without the skills
   */
  boolean hope();

  /**
   * Whether one of them lacks nothing but skills.
   *
   * @return true if a plain member in service will never have the skills asked for
   */
  boolean unqualified();

  /**
   * The members that are not plain, and must be asked.
   *
   * @return where they stand in the group's list, from 0, in order
   */
  List<Integer> others();
}
