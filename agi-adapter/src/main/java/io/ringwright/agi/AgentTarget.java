package io.ringwright.agi;

import io.ringwright.agi.AgentPhones.Reason;
import io.ringwright.agi.AgentSounds.Part;
import io.ringwright.availability.Attendance;
import java.util.Optional;

/** What is to hold after a feature code. A code that toggles is asked with it the second time. */
enum AgentTarget {
  IN("in", Part.LOGGED_IN) {
    @Override
    Attendance from(Attendance now, Reason reason) {
      return now.loggedIn() ? now : Attendance.PRESENT;
    }
  },
  OUT("out", Part.LOGGED_OUT) {
    @Override
    Attendance from(Attendance now, Reason reason) {
      return new Attendance(false, Optional.empty());
    }
  },
  PAUSE("pause", Part.PAUSED) {
    @Override
    Attendance from(Attendance now, Reason reason) {
      return new Attendance(now.loggedIn(), Optional.of(reason.word()));
    }
  },
  RESUME("resume", Part.RESUMED) {
    @Override
    Attendance from(Attendance now, Reason reason) {
      return new Attendance(now.loggedIn(), Optional.empty());
    }
  },
  SIT("sit", Part.DESK_TAKEN) {
    @Override
    Attendance from(Attendance now, Reason reason) {
      return IN.from(now, reason);
    }
  },
  LEAVE("leave", Part.DESK_LEFT) {
    @Override
    Attendance from(Attendance now, Reason reason) {
      return OUT.from(now, reason);
    }
  };

  private final String word;
  private final Part part;

  AgentTarget(String word, Part part) {
    this.word = word;
    this.part = part;
  }

  /** The attendance that is to hold, from the one that holds now. */
  abstract Attendance from(Attendance now, Reason reason);

  /** As the dialplan keeps it. */
  String word() {
    return word;
  }

  /** What the agent hears when it holds. */
  Part part() {
    return part;
  }

  /** The target of a word; empty if it is none. */
  static Optional<AgentTarget> of(String word) {
    for (AgentTarget target : values()) {
      if (target.word.equals(word)) {
        return Optional.of(target);
      }
    }
    return Optional.empty();
  }
}
