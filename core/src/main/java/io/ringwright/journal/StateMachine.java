package io.ringwright.journal;

import io.ringwright.call.EventAnswer;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The engine, for a {@link Journal}: it applies events in order and gives each one back as text
 * that can be kept and applied again. Host applications do not implement this.
 *
 * <p>Thread safety: for one thread at a time; {@link Applied} and {@link Image} may be used by any.
 */
public interface StateMachine {

  /**
   * Starts with the state of an image, instead of with an empty one.
   *
   * @param sequence the entry after which it was captured
   * @param text what {@link Image#text} gave
   * @param phoneLists gives the text of a phone list that was kept, by its hash
   * @throws JournalException if the image is of another version, damaged, or asks for something
   *     that is not there; the message names it by the entry, and says in a second line what helps
   */
  void restore(long sequence, String text, Function<String, Optional<String>> phoneLists);

  /**
   * Applies a kept entry again. It causes no effect.
   *
   * @param sequence its sequence number
   * @param text what {@link Applied#text} gave
   * @param phoneLists gives the text of a phone list that was kept, by its hash
   * @throws JournalException if the entry does not parse, or asks for something that is not there;
   *     the message names the entry, and says in a second line what helps
   */
  void replay(long sequence, String text, Function<String, Optional<String>> phoneLists);

  /**
   * Applies a new event, at this instant. It appends nothing itself: what follows from the event is
   * released later.
   *
   * @param sequence its sequence number
   * @param proposal the event
   * @return what is to be kept, and what is to be released once it is
   */
  Applied apply(long sequence, Proposal proposal);

  /**
   * Captures the whole state as it is. Quick, and called while no event can be applied, right after
   * one was; what is many is read later, in pieces between which events pass, by whoever asks for
   * the text, in any thread. Of an image whose text nobody asked for until the next one is captured
   * there is no text any more.
   *
   * @return the state after the last entry
   */
  Image capture();

  /** What came of a new event. */
  interface Applied {

    /**
     * The entry as text, on one line.
     *
     * @return the text to keep
     */
    String text();

    /**
     * The phone list that the entry brings, which must be kept with it.
     *
     * @return its text, for an entry that installs a phone list; mostly empty
     */
    Optional<KeptPhoneList> phoneList();

    /**
     * What the event is answered.
     *
     * @return empty if nobody waits for an answer
     */
    Optional<EventAnswer> answer();

    /** Releases the effects. Called once, in the order of the entries. Never throws. */
    void release();
  }

  /** The state after one entry. */
  interface Image {

    /**
     * The image as text, of several lines.
     *
     * @return the text to keep
     */
    String text();

    /**
     * The phone lists that it refers to, all of which some entry brought; others are no longer
     * needed for it.
     *
     * @return their hashes
     */
    Set<String> phoneLists();
  }

  /**
   * A phone list as text.
   *
   * @param sha256 the hash of the text, in lower-case hexadecimal digits
   * @param text the list, of several lines
   */
  record KeptPhoneList(String sha256, String text) {}
}
