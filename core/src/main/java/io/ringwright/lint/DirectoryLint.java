package io.ringwright.lint;

import io.ringwright.directory.DirectoryException;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Checks a phone list, before any call, for what is allowed and probably not meant: possible loops,
 * dead ends, members that never ring, schedules that never open, skills that nobody has, settings
 * without effect.
 *
 * <p>It says nothing that it cannot tell: a predicate of the host may hold or not, and anybody who
 * is in service may be there. The work grows with the number of extensions, members and
 * forwardings, and a finding names item, value and remedy.
 *
 * <pre>{@code
 * DirectoryLint.findings(phones).forEach(System.out::println);
 * }</pre>
 *
 * <p>Thread safety: nothing is kept between calls; any thread may ask.
 */
public final class DirectoryLint {

  private DirectoryLint() {}

  /**
   * Looks through a list, whenever that is: a date of a schedule may be yet to come.
   *
   * @param phones the list
   * @return what was found, the same list giving the same findings in the same order
   */
  public static List<Finding> findings(PhoneList phones) {
    return look(phones, new Calendar(Optional.empty()), new Findings());
  }

  /**
   * Looks through a list at a moment: a schedule that has only dates before it never opens again.
   *
   * @param phones the list
   * @param now the moment
   * @return what was found, in the same order each time
   */
  public static List<Finding> findings(PhoneList phones, Instant now) {
    return look(phones, new Calendar(Optional.of(now)), new Findings());
  }

  /**
   * Looks through a list that may not build: then its mistakes are the findings - unknown or
   * forbidden targets among them - and nothing else is looked for.
   *
   * @param list a list in the making; it is not changed
   * @return its mistakes, or else what was found in it
   */
  public static List<Finding> inspect(PhoneListBuilder list) {
    try {
      return findings(list.build());
    } catch (DirectoryException refused) {
      return refused.mistakes().stream()
          .map(
              each ->
                  new Finding(
                      Finding.Kind.MISTAKE,
                      each.item(),
                      each.problem(),
                      "expected " + each.expected()))
          .toList();
    }
  }

  static List<Finding> look(PhoneList phones, Calendar calendar, Findings findings) {
    Served served = new Served(phones, calendar, findings);
    new LoopLint(phones, calendar, findings).look(served);
    new DeadEndLint(served, findings).look(phones);
    new MemberLint(phones, served, findings).look();
    new DeviceLint(phones, findings).look();
    new OutsideLint(phones, findings).look();
    new AnswerLint(phones, findings).look();
    new RequirementLint(phones, served, findings).look();
    new ForwardingLint(calendar, findings).look(phones);
    new HuntingLint(phones, findings).look();
    new WaitingLint(phones, findings).look();
    return findings.found();
  }
}
