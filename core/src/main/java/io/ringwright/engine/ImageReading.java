package io.ringwright.engine;

import io.ringwright.engine.image.EngineImage;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.StateReading;

/**
 * Takes an image in pieces. Where it is closed before all is read it has no answer, and to go on is
 * an error.
 */
final class ImageReading implements Reading<EngineImage> {

  /** So many things are read at once. */
  static final int PIECE = 500;

  private final StateReading reading;
  private final int piece;
  private boolean more = true;
  private boolean closed;

  /**
   * Begins to read.
   *
   * @param state the state; the image is as of now
   * @param piece how many things are read at once
   */
  ImageReading(EngineState state, int piece) {
    this.reading = new StateReading(state);
    this.piece = piece;
  }

  @Override
  public boolean goOn() {
    if (closed && more) {
      throw new IllegalStateException(
          "an image was not read to its end before another one was captured"
              + "\nTake images less often, or ask for the text of each at once.");
    }
    more = more && reading.goOn(piece);
    return more;
  }

  @Override
  public void close() {
    closed = true;
    reading.close();
  }

  @Override
  public EngineImage answer() {
    return EngineImage.of(reading.data());
  }
}
