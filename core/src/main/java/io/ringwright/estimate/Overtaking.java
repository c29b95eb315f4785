package io.ringwright.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
   * @param certainty on how many departures that rests
   */
  record Way(double departures, double shape, double certainty) {}

  /** Whether so many go ahead that no end can be told. */
  boolean isEndless(double way, double pace) {
    return open(way, pace).perDeparture() >= MOST;
  }

  /**
   * The longer way.
   *
   * @param way how many departures it takes if nobody goes ahead
   * @param shape the square of that over its variance
   * @param pace seconds for each departure
   */
  Way longer(double way, double shape, double pace) {
    if (streams.isEmpty()) {
      return new Way(way, shape, Double.POSITIVE_INFINITY);
    }
    Open open = open(way, pace);
    double left = 1 - open.perDeparture();
    double all = open.way();
    double spread = (2 - way / all) / (left * left);
    double certainty = 2 * departures * left * left / (1 + open.perDeparture());
    return new Way(all, shape * all / way / spread, certainty);
  }

  /** How many departures it takes, and how many still join ahead for each of them at the end. */
  private record Open(double way, double perDeparture) {}

  private Open open(double way, double pace) {
    double perDeparture = streams.stream().mapToDouble(Stream::perDeparture).sum();
    double limited = 0;
    for (Stream stream : streams) {
      double end = stream.seconds() / pace;
      if (perDeparture < MOST && (way + limited) / (1 - perDeparture) <= end) {
        break;
      }
      if (Double.isInfinite(end)) {
        break;
      }
      limited += stream.perDeparture() * end;
      perDeparture -= stream.perDeparture();
    }
    double still = Math.max(0, perDeparture);
    return new Open((way + limited) / (1 - Math.min(still, MOST)), still);
  }

  /** In words, as a part of a basis. */
  String words() {
    double perDeparture = streams.stream().mapToDouble(Stream::perDeparture).sum();
    long ofTen = Math.round(10 * perDeparture);
    return ofTen == 0 ? "" : ", " + ofTen + " of higher priority join for every 10 of them";
  }
}
