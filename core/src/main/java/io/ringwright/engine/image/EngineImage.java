package io.ringwright.engine.image;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.StateData;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole state of an engine after one event, as text that can be kept.
 *
 * <p>The first line is {@value #HEADER}. Then comes one line for each thing: a name, and fields as
 * in a recording of events. Lists stand in the order that {@link StateData} gives them, maps are
 * sorted; so equal states have equal texts, and states that differ in anything have different ones.
 * Instants before and after all others are the words {@code far-past} and {@code far-end}; numbers
 * with a fraction are hexadecimal, so that not a bit of them is lost.
 *
 * <p>The last line is a SHA-256 over the lines before it. It is the {@linkplain #digest digest} of
 * the state too: two engines can be compared by the last lines of their images.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class EngineImage {

  /** The first line. */
  public static final String HEADER = "ringwright-image 1";

  private final StateData data;

  @GuardedBy("this")
  private @Nullable SealedText sealed;

  private EngineImage(StateData data) {
    this.data = data;
  }

  /**
   * Captures a state as it is. Quick: it copies references; the text is made by whoever asks for it
   * first.
   *
   * @param state the state; the image does not change with it
   */
  public static EngineImage capture(EngineState state) {
    return new EngineImage(state.data());
  }

  /**
   * The image of a state that is plain data already.
   *
   * @param data the state
   */
  public static EngineImage of(StateData data) {
    return new EngineImage(data);
  }

  /**
   * Reads a state.
   *
   * @param text what {@link #text} gave
   * @param lists the phone lists to which it refers
   * @return the state; lanes are not in it: an engine made of it places every waiting call
   * @throws EventFormatException if it is not a text that this version writes, is damaged or cut
   *     off, or refers to a phone list or a strategy that is not there; the message names the line
   */
  public static EngineState read(String text, PhoneLists lists) {
    ImageLines lines = new ImageLines(SealedText.open(HEADER, text), lists);
    try {
      return new EngineState(StateReader.read(lines));
    } catch (EventFormatException malformed) {
      throw malformed;
    } catch (IllegalArgumentException contradictory) {
      throw ImageLines.wrong("image", String.valueOf(contradictory.getMessage()));
    }
  }

  /** The text, of several lines, each with a line feed at its end. */
  public String text() {
    return sealed().text();
  }

  /** A hash over the state: equal exactly where the texts are. 64 hexadecimal digits. */
  public String digest() {
    return sealed().sha256();
  }

  /** The hashes of the phone lists without which the text cannot be read. */
  public Set<String> phoneLists() {
    return Set.of(PhoneLists.hash(data.phoneList()));
  }

  private synchronized SealedText sealed() {
    SealedText made = sealed;
    if (made == null) {
      String lines = new StateWriter(PhoneLists.hash(data.phoneList())).lines(data);
      made = SealedText.of(HEADER, lines);
      sealed = made;
    }
    return made;
  }

  @Override
  public String toString() {
    return "image at " + data.counters().now();
  }
}
