package io.ringwright.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Inputs that differ from good ones in a few places, to try parsers with: bytes changed, left out,
 * doubled, moved, cut off, and pieces of other inputs put in. The same seed gives the same inputs.
 *
 * <pre>{@code
 * MutatedInputs inputs = new MutatedInputs(List.of("extension 100\n"), 1);
 * for (int round = 0; round < 1_000_000; round++) {
 *   parse(inputs.next());
 * }
 * }</pre>
 *
 * <p>Thread safety: for one thread.
 */
public final class MutatedInputs {

  private static final int MOST_CHANGES = 6;
  private static final int LONGEST = 1 << 16;

  /** Bytes that mean something to some parser, and some that mean nothing to any. */
  private static final byte[] TELLING =
      "\n\r\0 \t\u007f\u0001:=,;.@/&|%\"'`$(){}[]<>*#+-_0189aZ".getBytes(StandardCharsets.UTF_8);

  private static final List<String> WORDS =
      List.of(
          "",
          "\r\n",
          "\r\n\r\n",
          "\n\n",
          "-1",
          "0",
          "2147483648",
          "9223372036854775808",
          "99999999999999999999999999",
          "1e9",
          "NaN",
          "%00",
          "%",
          "%u",
          "%uD800",
          "\u00e4\u20ac",
          "\ud83d\ude00",
          "PT999999999999999999S",
          "+1000000000-01-01T00:00:00Z",
          "null",
          "(null)");

  private final List<byte[]> good;
  private final SplittableRandom random;

  /**
   * Inputs made from these.
   *
   * @param good at least one that its parser accepts
   * @param seed any number
   * @throws IllegalArgumentException if there is none
   */
  public MutatedInputs(List<String> good, long seed) {
    if (good.isEmpty()) {
      throw new IllegalArgumentException("there is no good input: expected at least one");
    }
    this.good = good.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    this.random = new SplittableRandom(seed);
  }

  /**
   * The next input.
   *
   * @return bytes, not always text
   */
  public byte[] next() {
    byte[] input = any().clone();
    int changes = 1 + random.nextInt(MOST_CHANGES);
    for (int change = 0; change < changes; change++) {
      input = changed(input);
    }
    return input.length > LONGEST ? Arrays.copyOf(input, LONGEST) : input;
  }

  private byte[] any() {
    return good.get(random.nextInt(good.size()));
  }

  private byte[] changed(byte[] input) {
    int from = random.nextInt(input.length + 1);
    int to = Math.min(input.length, from + 1 + random.nextInt(random.nextInt(4) == 0 ? 200 : 8));
    return switch (random.nextInt(9)) {
      case 0 -> spliced(input, from, to, new byte[0]);
      case 1 -> spliced(input, from, from, Arrays.copyOfRange(input, from, to));
      case 2 -> spliced(input, from, to, word());
      case 3 -> spliced(input, from, from, word());
      case 4 -> spliced(input, from, to, piece());
      case 5 -> random.nextInt(8) == 0 ? Arrays.copyOf(input, from) : flipped(input, from);
      case 6 -> lineMoved(input, from);
      default -> spliced(input, from, Math.min(input.length, from + 1), telling());
    };
  }

  private byte[] telling() {
    return new byte[] {TELLING[random.nextInt(TELLING.length)]};
  }

  private byte[] word() {
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] piece() {
    byte[] other = any();
    int from = random.nextInt(other.length + 1);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(60)));
  }

  private byte[] flipped(byte[] input, int at) {
    byte[] result = input.clone();
    if (at < result.length) {
      result[at] ^= (byte) (1 << random.nextInt(8));
    }
    return result;
  }

  /** The line at a place goes to another place, or is there twice. */
  private byte[] lineMoved(byte[] input, int at) {
    int from = at;
    while (from > 0 && input[from - 1] != '\n') {
      from--;
    }
    int to = at;
    while (to < input.length && input[to] != '\n') {
      to++;
    }
    byte[] line = Arrays.copyOfRange(input, from, Math.min(input.length, to + 1));
    byte[] rest = random.nextBoolean() ? input : spliced(input, from, to, new byte[0]);
    List<Integer> starts = lineStarts(rest);
    int place = starts.get(random.nextInt(starts.size()));
    return spliced(rest, place, place, line);
  }

  private static List<Integer> lineStarts(byte[] input) {
    List<Integer> starts = new ArrayList<>(List.of(0));
    for (int at = 0; at < input.length; at++) {
      if (input[at] == '\n') {
        starts.add(at + 1);
      }
    }
    return starts;
  }

  private static byte[] spliced(byte[] input, int from, int to, byte[] put) {
    byte[] result = new byte[input.length - (to - from) + put.length];
    System.arraycopy(input, 0, result, 0, from);
    System.arraycopy(put, 0, result, from, put.length);
    System.arraycopy(input, to, result, from + put.length, input.length - to);
    return result;
  }
}
