package io.ringwright.engine.image;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.engine.state.ReportedFacts;
import io.ringwright.engine.state.ReportedFacts.Ring;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;
import java.util.List;

/** What listeners were told of a call, as fields of its line. */
final class ReportedFields {

  private static final String POSITION = "reported-position";
  private static final String RING = "reported-ring";

  private ReportedFields() {}

  static void put(FieldWriter line, ReportedFacts reported) {
    if (reported.position() != 0) {
      line.put(POSITION, reported.position());
    }
    for (Ring ring : reported.rings()) {
      line.put(
          RING, ring.token(), ring.extension(), ring.device(), ImageWords.instant(ring.since()));
    }
  }

  static ReportedFacts read(FieldReader line) {
    return new ReportedFacts(
        line.optional(POSITION, Integer::parseInt).orElse(0),
        line.repeated(RING, 4, ReportedFields::ring));
  }

  private static Ring ring(List<String> parts) {
    return new Ring(
        Words.token(parts.get(0)),
        DirectoryNumber.of(parts.get(1)),
        Device.of(parts.get(2)),
        ImageWords.instant(parts.get(3)));
  }
}
