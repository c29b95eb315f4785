package io.ringwright.recording;

import io.ringwright.call.Announcement;
import io.ringwright.call.CallId;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.JournalEntry;
import io.ringwright.event.PhoneLists;
import java.util.Optional;

/**
 * One line of a recording: something that happened, or what was decided because of it.
 *
 * <pre>
 * 2026-03-02T09:00:00Z arrived call=c1 channel=pbx:PJSIP/trunk-1 number=0301 called=700 as=any priority=5
 * =&gt; call=c1 ring=100@PJSIP/100 token=17 for=PT20S
 * 2026-03-02T09:01:10Z device-reported pbx=pbx device=PJSIP/100,not-in-use
 * -&gt; call=c2 ring=100@PJSIP/100 token=18 for=PT20S
 * =&gt; call=c3 wait=group:700 position=2 priority=5 since=2026-03-02T09:00:30Z announced=queue-thereare&amp;#2n&amp;queue-callswaiting
 * </pre>
 *
 * <p>An event begins with its instant and its name; {@code =>} is the answer to the event above it,
 * {@code ->} the delivery of a waiting caller that it brought about. Then come fields, each {@code
 * name=value}; the parts of a value are joined by commas. Inside a part, spaces, commas, percent
 * signs and whatever cannot be seen stand as {@code %} and two hexadecimal digits, or {@code %u}
 * and four. Fields that say nothing are left out.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface EventText {

  /**
   * Something happened.
   *
   * @param entry what, and when
   */
  record Happened(JournalEntry entry) implements EventText {
    @Override
    public String text() {
      return EventForms.text(entry);
    }
  }

  /**
   * The engine answered the event before.
   *
   * @param call about which call
   * @param decision the decision
   * @param announcement what a caller who waits was told with it, if anything
   */
  record Answered(CallId call, RoutingDecision decision, Optional<Announcement> announcement)
      implements EventText {

    /**
     * An answer with which nothing was announced.
     *
     * @param call about which call
     * @param decision the decision
     */
    public Answered(CallId call, RoutingDecision decision) {
      this(call, decision, Optional.empty());
    }

    /**
     * What was answered.
     *
     * @param answer the answer
     * @return the line of it
     */
    public static Answered of(RoutingAnswer answer) {
      return new Answered(answer.call(), answer.decision(), answer.treatment().announcement());
    }

    @Override
    public String text() {
      return DecisionForms.text(this);
    }
  }

  /**
   * Because of the event before, the engine sent a waiting caller to a phone.
   *
   * @param call which call
   * @param decision the decision
   */
  record Delivered(CallId call, RoutingDecision decision) implements EventText {
    @Override
    public String text() {
      return DecisionForms.text(this);
    }
  }

  /**
   * The line as text that {@link #parse} reads.
   *
   * @return without a line end
   */
  String text();

  /**
   * Reads a line.
   *
   * @param text without a line end
   * @param phoneLists the lists to which it may refer
   * @return what it says
   * @throws EventFormatException if it is not a line of this version; nothing is repaired
   */
  static EventText parse(String text, PhoneLists phoneLists) {
    boolean decision =
        text.startsWith(DecisionForms.ANSWERED) || text.startsWith(DecisionForms.DELIVERED);
    try {
      return decision ? DecisionForms.read(text) : new Happened(EventForms.read(text, phoneLists));
    } catch (EventFormatException malformed) {
      throw malformed;
    } catch (IllegalArgumentException contradictory) {
      throw new EventFormatException(String.valueOf(contradictory.getMessage()));
    }
  }
}
