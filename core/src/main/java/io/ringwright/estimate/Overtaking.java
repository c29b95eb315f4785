package io.ringwright.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Those who will arrive while a call waits and go ahead of it.
 *
 * <p>They come at random, so many for each departure as were seen to join. While one waits for
 * {@code k} departures, others join ahead and add to them: with {@code r} of them for each
 * departure, {@code k / (1 - r)} departures are needed on average. It is the time in which a random
 * walk that goes down by departures and up by arrivals comes to zero: its variance is that of
 * departures alone, times {@code (1 + r) / (1 - r)^3}. Where priorities age, those of one level go
 * ahead for a limited time only; what they add is limited with it.
 *
 * <p>Thread safety: immutable.
 *
 * @param streams the callers of each higher priority
 * @param departures on how many departures the numbers rest; those of long ago count for less
 */
record Overtaking(List<Stream> streams, double departures) {

  static final Overtaking NONE = new Overtaking(List.of(), 0);

  /** With so many for each departure, or more, nothing can be said. */
  private static final double MOST = 0.97;

  /**
   * Callers of one higher priority.
   *
   * @param perDeparture how many join for each departure
   * @param seconds for how long those who arrive go ahead; may be infinite
   */
  record Stream(double perDeparture, double seconds) {}

  /** Keeps the streams in the order in which they cease to go ahead. */
  Overtaking {
    List<Stream> sorted = new ArrayList<>(streams);
    sorted.sort(Comparator.comparingDouble(Stream::seconds));
    streams = List.copyOf(sorted);
  }

  /**
   * The way of a call, with those who join ahead.
   *
   * @param departures how many it takes on average
   * @param shape the square of that over its variance
   * @param certainty on how many departures that rests; infinite if on those of the pace alone
   */
  record Way(double departures, double shape, double certainty) {}

  /** After how many seconds the first of the streams after so many ceases to go ahead. */
  double end(int limited) {
    return limited < streams.size() ? streams.get(limited).seconds() : Double.POSITIVE_INFINITY;
  }

  /**
   * The longer way, where so many of the streams have ceased to go ahead before its end, and the
   * others have not.
   *
   * @param alone how long it is if nobody goes ahead
   * @param limited how many of the streams, those that cease first
   * @param pace seconds for each departure
   * @return empty if so many go ahead that it has no end while they do
   */
  Optional<Way> longer(Way alone, int limited, double pace) {
    if (streams.isEmpty()) {
      return Optional.of(alone);
    }
    double still = 0;
    double way = alone.departures();
    for (int each = 0; each < streams.size(); each++) {
      Stream stream = streams.get(each);
      if (each < limited) {
        way += stream.perDeparture() * stream.seconds() / pace;
      } else {
        still += stream.perDeparture();
      }
    }
    return still >= MOST ? Optional.empty() : Optional.of(longer(alone, way, 1 - still));
  }

  private Way longer(Way alone, double way, double left) {
    double all = way / left;
    double share = alone.departures() / all;
    double spread = (2 - share) / (left * left);
    double certainty = 2 * departures * left * left / (2 - left);
    return new Way(all, alone.shape() / share / spread, certainty);
  }

  /** In words, as a part of a basis. */
  String words() {
    double perDeparture = streams.stream().mapToDouble(Stream::perDeparture).sum();
    long ofTen = Math.round(10 * perDeparture);
    return ofTen == 0 ? "" : ", " + ofTen + " of higher priority join for every 10 of them";
  }
}
