package io.ringwright.agi;

import io.ringwright.agi.AgentPhones.Reason;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import java.util.Optional;

/**
 * What an agent has dialled after a code: for which hunt group, and for what reason.
 *
 * @param group the hunt group; empty for all
 * @param reason the reason of a pause; empty if none was dialled
 */
record AgentChoice(Optional<DirectoryNumber> group, Optional<Reason> reason) {

  static final AgentChoice ALL = new AgentChoice(Optional.empty(), Optional.empty());

  /**
   * Who chooses from what.
   *
   * @param agent the own number, which the key of a lamp has behind the code
   * @param phones the phone list in force
   * @param settings the reasons
   * @param pauses whether a reason can be dialled
   */
  record Frame(DirectoryNumber agent, PhoneList phones, AgentPhones settings, boolean pauses) {

    private boolean isOwn(String digits) {
      return agent.digits().equals(digits);
    }

    private Optional<DirectoryNumber> group(String digits) {
      return DirectoryNumber.parse(digits)
          .filter(number -> phones.huntGroup(number).isPresent() && !phones.hasExtension(number));
    }

    private Optional<Reason> reason(String digits) {
      return pauses ? settings.reason(digits) : Optional.empty();
    }
  }

  /**
   * Reads it.
   *
   * @param dialled nothing; a group; the own number; a star and a reason; or a group or the own
   *     number, and behind a star a reason, or behind the own number a group
   * @return empty if it is none of these
   */
  static Optional<AgentChoice> parse(String dialled, Frame frame) {
    if (dialled.isEmpty() || frame.isOwn(dialled)) {
      return Optional.of(ALL);
    }
    Optional<AgentChoice> whole = frame.group(dialled).map(ALL::in);
    for (int star = dialled.indexOf('*');
        whole.isEmpty() && star >= 0;
        star = dialled.indexOf('*', star + 1)) {
      whole = parts(dialled.substring(0, star), dialled.substring(star + 1), frame);
    }
    return whole;
  }

  private static Optional<AgentChoice> parts(String before, String after, Frame frame) {
    Optional<AgentChoice> inGroup =
        frame.isOwn(before) ? frame.group(after).map(ALL::in) : Optional.empty();
    if (inGroup.isPresent()) {
      return inGroup;
    }
    boolean all = before.isEmpty() || frame.isOwn(before);
    Optional<AgentChoice> where = all ? Optional.of(ALL) : frame.group(before).map(ALL::in);
    return where.flatMap(
        choice ->
            frame
                .reason(after)
                .map(reason -> new AgentChoice(choice.group(), Optional.of(reason))));
  }

  private AgentChoice in(DirectoryNumber chosen) {
    return new AgentChoice(Optional.of(chosen), reason);
  }
}
