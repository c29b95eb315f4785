package io.ringwright.routing;

import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.Strategy;
import java.util.List;
import java.util.Set;

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
   * Whether a plain member is there: may ring now, or later.
   *
   * @param caller for whom
   * @param absences which ways to be missing mean that nobody is there
   * @return false if all are missing in one of these ways, or without the skills
   */
  boolean hope(RoutedCaller caller, Set<Absence> absences);

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
