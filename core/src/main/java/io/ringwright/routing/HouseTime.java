package io.ringwright.routing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Instants of the engine's time as the clock on the wall of the house shows them. */
final class HouseTime {

  private HouseTime() {}

  /**
   * Such as {@code 10:32:05}; with the date if it is not that of the decision, and with {@code UTC}
   * if the phone list names no time zone.
   */
  static String of(Instant at, RoutingFacts facts) {
    if (at.equals(Instant.MIN) || at.equals(Instant.MAX)) {
      return at.toString();
    }
    ZoneId zone = facts.phones().timeZone();
    ZonedDateTime shown = facts.wallClock().plus(Duration.between(facts.now(), at)).atZone(zone);
    LocalDate today = facts.wallClock().atZone(zone).toLocalDate();
    String date = shown.toLocalDate().equals(today) ? "" : shown.toLocalDate() + " ";
    String time =
        DateTimeFormatter.ISO_LOCAL_TIME.format(
            shown.toLocalTime().truncatedTo(ChronoUnit.SECONDS));
    return date + time + (zone.getId().equals("UTC") ? " UTC" : "");
  }
}
