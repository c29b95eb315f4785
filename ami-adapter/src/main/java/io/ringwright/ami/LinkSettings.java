package io.ringwright.ami;

import io.ringwright.SwitchEvents;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.AgentCodes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What all sessions of one connection have in common.
 *
 * <p>Thread safety: immutable.
 *
 * @param pbx which Asterisk
 * @param endpoint where it listens, and who logs in
 * @param plan what is in its dialplan
 * @param rhythm how often and how long
 * @param world whom it deals with in this application
 */
record LinkSettings(
    PbxId pbx, AmiSession.Endpoint endpoint, Plan plan, Rhythm rhythm, World world) {

  /**
   * What callers are sent to.
   *
   * @param contexts Ringwright's contexts
   * @param dialOptions the options of Dial, for every phone that is rung
   * @param callingBack how people are called back, if they are
   * @param agents the feature codes and the lamps of agents
   */
  record Plan(
      DialplanContexts contexts,
      String dialOptions,
      Optional<CallingBack> callingBack,
      Agents agents) {}

  /**
   * What agents have at their phones.
   *
   * @param codes which feature codes
   * @param lamps whether lamps are written
   */
  record Agents(AgentCodes codes, boolean lamps) {
    static final Agents NONE = new Agents(AgentCodes.STANDARD, false);
  }

  /**
   * Times and amounts.
   *
   * @param replyLimit how long an answer may take
   * @param pingEvery how often a sign of life is asked for
   * @param reconcileEvery how often everything is looked at
   * @param mostEventBytes how many bytes of events may wait to be worked on
   * @param backOff how long to wait between attempts to connect
   */
  record Rhythm(
      Duration replyLimit,
      Duration pingEvery,
      Duration reconcileEvery,
      long mostEventBytes,
      BackOff backOff) {}

  /**
   * The rest of the application.
   *
   * @param engine is told what happens
   * @param telephony through which the engine moves callers
   * @param hearers who is told of states and findings, and where
   * @param sources where time and chance come from
   */
  record World(
      SwitchEvents engine, AmiTelephony telephony, LinkTellings.Hearers hearers, Sources sources) {

    InstantSource clock() {
      return sources.clock();
    }

    InstantSource wallClock() {
      return sources.wallClock();
    }

    RandomGenerator chance() {
      return sources.chance();
    }
  }

  /**
   * Where time and chance come from.
   *
   * @param clock for intervals
   * @param wallClock the time of day, to be compared with Asterisk's
   * @param chance spreads attempts to connect
   */
  record Sources(InstantSource clock, InstantSource wallClock, RandomGenerator chance) {

    /** Engine and time of day by this one clock. */
    Sources at(InstantSource both) {
      return new Sources(both, both, chance);
    }

    Sources by(RandomGenerator chosen) {
      return new Sources(clock, wallClock, chosen);
    }
  }

  /**
   * How long to wait before the next attempt: longer each time, and never quite the same, so that
   * many applications do not come back to a restarted Asterisk at one moment.
   *
   * @param shortest the shortest wait
   * @param longest the longest wait
   */
  record BackOff(Duration shortest, Duration longest) {

    /** While there is no link callers wait, and a refused connection costs Asterisk nothing. */
    static final BackOff USUAL = new BackOff(Duration.ofMillis(500), Duration.ofSeconds(2));

    /** Doubling more often than this passes any longest wait that makes sense. */
    private static final int MOST_DOUBLINGS = 20;

    BackOff {
      if (shortest.isNegative() || shortest.isZero() || longest.compareTo(shortest) < 0) {
        throw new IllegalArgumentException(
            "waits between attempts of "
                + shortest
                + " to "
                + longest
                + " are not valid: expected above zero, and the longest not below the shortest");
      }
    }

    /** The wait after so many failures in a row, 1 or more. */
    Duration after(int failures, RandomGenerator chance) {
      Duration whole = shortest.multipliedBy(2L << Math.min(failures - 1, MOST_DOUBLINGS));
      Duration most = whole.compareTo(longest) > 0 ? longest : whole;
      Duration wait = Duration.ofNanos((long) (most.toNanos() * (0.5 + chance.nextDouble() / 2)));
      return wait.compareTo(shortest) < 0 ? shortest : wait;
    }
  }
}
