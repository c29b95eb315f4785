package io.ringwright.fakeasterisk;

import io.ringwright.fakeasterisk.PhoneBehaviour.Answers;
import io.ringwright.fakeasterisk.PhoneBehaviour.Busy;
import io.ringwright.fakeasterisk.PhoneBehaviour.Declines;
import io.ringwright.fakeasterisk.PhoneBehaviour.NobodyThere;
import io.ringwright.fakeasterisk.switchboard.HangupCause;
import io.ringwright.fakeasterisk.switchboard.Phone;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Phones that do with each call what they were told to do before it came.
 *
 * <p>Thread safety: behaviours may be given by any thread; calls come on the timeline's.
 */
final class BehavingPhone implements Phone {

  /** When SIP gives up a call to which there is no response at all: 64 times T1 of RFC 3261. */
  private static final Duration NO_RESPONSE_LIMIT = Duration.ofSeconds(32);

  private final Timeline timeline;
  private final Map<String, PhoneBehaviour> behaviours = new ConcurrentHashMap<>();

  BehavingPhone(Timeline timeline) {
    this.timeline = timeline;
  }

  void behave(String number, PhoneBehaviour behaviour) {
    behaviours.put(number, behaviour);
  }

  @Override
  public void invited(Invitation invitation) {
    PhoneBehaviour behaviour =
        behaviours.getOrDefault(invitation.number(), PhoneBehaviour.nobodyThere());
    if (behaviour instanceof Answers answers) {
      ringAndAnswer(invitation, answers);
    } else if (behaviour instanceof NobodyThere) {
      invitation.ring();
    } else if (behaviour instanceof Busy) {
      invitation.refuse(HangupCause.BUSY, 486);
    } else if (behaviour instanceof Declines) {
      invitation.ring();
      invitation.refuse(HangupCause.REJECTED, 603);
    } else {
      timeline.after(NO_RESPONSE_LIMIT, () -> invitation.refuse(HangupCause.NO_RESPONSE, 408));
    }
  }

  private void ringAndAnswer(Invitation invitation, Answers answers) {
    invitation.ring();
    timeline.after(
        answers.after(),
        () -> {
          if (invitation.isOpen()) {
            invitation.answer();
            timeline.after(answers.talk(), invitation::hangUp);
          }
        });
  }
}
