package io.ringwright.engine.state;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Requirements;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What calls of one lane have in common: the same phones can serve them at each moment.
 *
 * @param requirements the skills they ask for
 * @param relaxed how many relaxations of skills they have waited for
 * @param opened for how many priorities to open they have waited
 * @param own what holds for these calls beside others of their queue
 * @param conditions which of the conditions that ask for the caller hold, in a fixed order
 * @param link how their switch reaches them
 */
public record LaneKind(
    Requirements requirements,
    int relaxed,
    int opened,
    Own own,
    List<Boolean> conditions,
    Link link) {

  /**
   * What holds for some calls of a queue.
   *
   * @param leftAlone the extensions that are left alone for them, because they refused or ignored
   *     the call a moment ago
   * @param preferred the extension that they prefer now, if any
   */
  public record Own(Set<DirectoryNumber> leftAlone, Optional<DirectoryNumber> preferred) {

    private static final Own NOTHING = new Own(Set.of(), Optional.empty());

    /** What holds; one value for most calls. */
    static Own of(Set<DirectoryNumber> leftAlone, Optional<DirectoryNumber> preferred) {
      return leftAlone.isEmpty() && preferred.isEmpty() ? NOTHING : new Own(leftAlone, preferred);
    }
  }

  /**
   * How calls of a lane can be told that a phone is for them.
   *
   * @param pbx their switch
   * @param onlyByLink whether only the link to it can move them: the caller is to be called back,
   *     or has given no sign of life for a while
   */
  public record Link(PbxId pbx, boolean onlyByLink) {}
}
