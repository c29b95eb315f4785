package io.ringwright.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A recording of Asterisk: 16 bits, 8000 samples a second, in a WAV file.
 *
 * <p>Thread safety: immutable.
 */
final class RecordedVoices {

  private static final int HEAD = 44;
  private static final int SAMPLES_PER_SECOND = 8_000;

  private final short[] samples;

  private RecordedVoices(short[] samples) {
    this.samples = samples;
  }

  /** What is in a file so far. */
  static RecordedVoices in(Path file) {
    try {
      byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
      int length = Math.max(0, bytes.length - HEAD) / Short.BYTES;
      short[] samples = new short[length];
      if (length > 0) {
        ByteBuffer.wrap(bytes, HEAD, length * Short.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .asShortBuffer()
            .get(samples);
      }
      return new RecordedVoices(samples);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double seconds() {
    return (double) samples.length / SAMPLES_PER_SECOND;
  }

  /**
   * How loud a tone is, as its part of all samples (Goertzel); a voice of a phone has some 1000.
   */
  double loudness(int hertz) {
    double step = 2 * Math.cos(2 * Math.PI * hertz / SAMPLES_PER_SECOND);
    double last = 0;
    double before = 0;
    for (short sample : samples) {
      double now = sample + step * last - before;
      before = last;
      last = now;
    }
    double power = last * last + before * before - step * last * before;
    return samples.length == 0 ? 0 : Math.sqrt(Math.max(0, power)) / samples.length;
  }
}
