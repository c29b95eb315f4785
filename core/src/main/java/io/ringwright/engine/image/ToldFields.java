package io.ringwright.engine.image;

import io.ringwright.announcement.Told;
import io.ringwright.announcement.Told.OfOwn;
import io.ringwright.announcement.Told.OfStanding;
import io.ringwright.announcement.Told.ToldWait;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a caller was told, as fields of the line of a call. */
final class ToldFields {

  private static final String TOLD = "told";
  private static final String STANDING = "told-standing";
  private static final String WAIT = "told-wait";
  private static final String OWN = "told-own";

  private ToldFields() {}

  static void put(FieldWriter line, Told told) {
    line.put(TOLD, instant(told.begun()), instant(told.last()));
    line.put(STANDING, instant(told.standing().turn()), told.standing().figure());
    told.standing()
        .expected()
        .ifPresent(
            wait ->
                line.put(
                    WAIT, instant(wait.until()), wait.minutes(), wait.position(), wait.staff()));
    line.put(OWN, instant(told.own().turn()), told.own().count(), told.own().latest());
  }

  static Optional<Told> read(FieldReader line) {
    List<List<String>> begun = line.repeated(TOLD, 2, parts -> parts);
    return begun.isEmpty() ? Optional.empty() : Optional.of(told(begun.get(0), line));
  }

  private static Told told(List<String> begun, FieldReader line) {
    return new Told(
        ImageWords.instant(begun.get(0)),
        ImageWords.instant(begun.get(1)),
        line.single(STANDING, 2, parts -> standing(parts, line)),
        line.single(OWN, 3, ToldFields::own));
  }

  private static OfStanding standing(List<String> parts, FieldReader line) {
    return new OfStanding(
        ImageWords.instant(parts.get(0)),
        Integer.parseInt(parts.get(1)),
        line.repeated(WAIT, 4, ToldFields::expected).stream().findFirst());
  }

  private static ToldWait expected(List<String> parts) {
    return new ToldWait(
        ImageWords.instant(parts.get(0)),
        Integer.parseInt(parts.get(1)),
        Integer.parseInt(parts.get(2)),
        Integer.parseInt(parts.get(3)));
  }

  private static OfOwn own(List<String> parts) {
    return new OfOwn(
        ImageWords.instant(parts.get(0)),
        Integer.parseInt(parts.get(1)),
        Integer.parseInt(parts.get(2)));
  }

  private static String instant(Instant instant) {
    return ImageWords.instant(instant);
  }
}
