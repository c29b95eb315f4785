package io.ringwright.files;

import io.ringwright.call.DialplanExtension;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads where settings lead: to a number, to whom a name belongs, or to a place in the dialplan.
 */
final class Goals {

  private final Names names;

  Goals(Names names) {
    this.names = names;
  }

  Names names() {
    return names;
  }

  /** Tells it to the one of two settings that takes it. */
  void read(Spot at, Consumer<String> number, Consumer<DialplanExtension> place) {
    if (at.isTable()) {
      place(at).ifPresent(place);
    } else {
      names.number(at).ifPresent(number);
    }
  }

  private static Optional<DialplanExtension> place(Spot at) {
    Part part = Part.of(at, Shape.PLACE);
    Optional<String> context = part.required("context").flatMap(Spot::text);
    Optional<String> extension =
        part.has("extension") ? part.at("extension").flatMap(Spot::text) : Optional.of("s");
    if (context.isEmpty() || extension.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(DialplanExtension.of(context.get(), extension.get()));
    } catch (IllegalArgumentException refused) {
      at.refused(refused);
      return Optional.empty();
    }
  }
}
