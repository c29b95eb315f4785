package io.ringwright.directory;

import io.ringwright.directory.Strategy.Contender;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Draws lots without a hidden state: the same number draws the same member. */
public final class RandomDraw {

  private RandomDraw() {}

  /** One of them, as likely as its weight says. */
  static List<Contender> draw(List<Contender> equals, long draw, ToLongFunction<Contender> weight) {
    List<Contender> ordered =
        equals.stream()
            .sorted(Comparator.comparingInt(Contender::order).thenComparing(Contender::extension))
            .toList();
    long left = below(ordered.stream().mapToLong(weight).sum(), draw);
    for (Contender contender : ordered) {
      left -= weight.applyAsLong(contender);
      if (left < 0) {
        return List.of(contender);
      }
    }
    throw new IllegalArgumentException("a weight below 1 among " + equals);
  }

  /**
   * A number drawn from a range, each as likely as another as far as a range of less than 2^31 lets
   * one tell.
   *
   * @param bound the range is 0 to this, which is not in it; above zero
   * @param draw what to draw it with; well mixed
   * @return the number drawn
   */
  public static long below(long bound, long draw) {
    return Long.remainderUnsigned(mixed(draw), bound);
  }

  /**
   * Mixes the bits of a number, so that numbers in a row give numbers that look drawn.
   *
   * <p>Source: the finaliser of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
   * Generators, 2014).
   *
   * @param number any number
   * @return another
   */
  public static long mixed(long number) {
    long bits = number + 0x9E3779B97F4A7C15L;
    bits = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    bits = (bits ^ (bits >>> 27)) * 0x94D049BB133111EBL;
    return bits ^ (bits >>> 31);
  }
}
