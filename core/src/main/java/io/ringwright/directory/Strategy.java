package io.ringwright.directory;

import io.ringwright.availability.Workload;
import io.ringwright.call.DirectoryNumber;
import java.time.Instant;
import java.util.List;

/**
 * The order in which the members of a hunt group are rung, among those that are equally free and
 * have the same priority. For a rule of your own, implement this; the usual ones are {@link
 * StandardStrategy}.
 *
 * <p>A pure function: the same arguments give the same answer, in whatever order the contenders are
 * given, and nothing is changed. The testkit's {@code StrategyContract} checks that.
 *
 * <p>Errors: where a strategy throws, takes longer than {@link
 * io.ringwright.CallRouterBuilder#hostAnswersWithin}, or answers with nobody it was given, the
 * first member in the order of the list rings, and {@link
 * io.ringwright.port.RoutingListener#failed} is told. One that took too long is interrupted, and
 * not asked for a while. That it failed is kept in the journal, so that a replay decides the same.
 *
 * <p>Thread safety: implementations are asked by many threads, and not by those that bring events.
 * While one works out its answer, every other event waits: it must not ask a network, a disk or a
 * database, nor the router.
 */
public interface Strategy {

  /**
   * Its name, in explanations and in the text of a phone list. The name is the same in every
   * version of the host, so that a phone list of an earlier run can be read; two strategies of one
   * phone list that are not equal have different names.
   *
   * @return lower-case words
   */
  String words();

  /**
   * Who rings next.
   *
   * @param equals at least one; all equally free and of the same priority, in no particular order:
   *     where a member stands in the group's list is {@link Contender#order}
   * @param memory what the group remembers of the times before
   * @return one of them, or several that ring at once; never none
   */
  List<Contender> next(List<Contender> equals, Memory memory);

  /**
   * A phone that may ring for a member.
   *
   * @param extension whose phone
   * @param order where the member stands in the group's list, from 0
   * @param weight the member's weight, 1 to 1000
   * @param idleSince since when the phone has been without a call; {@link Instant#MIN} if it never
   *     had one
   * @param workload how much the extension has worked
   */
  record Contender(
      DirectoryNumber extension, int order, int weight, Instant idleSince, Workload workload) {}

  /**
   * What a hunt group remembers.
   *
   * @param lastOrder where the member whose phone rang last stands in the list, from 0; -1 if none
   *     rang yet, or it is no longer in the list
   * @param draw a random number that changes with each ring, for strategies that draw lots
   */
  record Memory(int lastOrder, long draw) {

    /** Nothing yet. */
    public static final Memory NONE = new Memory(-1, 0);
  }
}
