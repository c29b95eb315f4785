package io.ringwright.journal.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.zip.CRC32C;

/**
 * The checksums of what is kept. That of an entry depends on the one before it, so that no entry
 * can be missing, doubled or exchanged without notice.
 */
final class Chain {

  /** The checksum before entry 1. */
  static final int START = 0;

  private final CRC32C sum = new CRC32C();
  private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

  private Chain() {}

  /** The checksum of an entry after one with that checksum. */
  static int next(int before, long sequence, String text, String phoneList) {
    return new Chain().add(before).add(sequence).add(text).add(phoneList).value();
  }

  /** The checksum of an image, with the checksum of the entry after which it was captured. */
  static int image(long sequence, int chain, String text, Collection<String> phoneLists) {
    return new Chain().add(sequence).add(chain).add(text).add(String.join(" ", phoneLists)).value();
  }

  /** The checksum of a phone list. */
  static int phoneList(String hash, String text) {
    return new Chain().add(hash).add(text).value();
  }

  /** The checksum of a text by itself. */
  static int text(String text) {
    return new Chain().add(text).value();
  }

  private Chain add(long value) {
    number.clear().putLong(value);
    sum.update(number.array());
    return this;
  }

  private Chain add(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    add(bytes.length);
    sum.update(bytes);
    return this;
  }

  private int value() {
    return (int) sum.getValue();
  }
}
