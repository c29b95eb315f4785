package io.ringwright.agi;

import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Reads the arguments of the program that prints a {@link Dialplan}. */
final class DialplanArguments {

  private DialplanArguments() {}

  /** The dialplan with what shall differ from the default, each as {@code name=value}. */
  static Dialplan dialplan(String... changes) {
    Dialplan.Builder dialplan = Dialplan.builder();
    for (String change : changes) {
      change(dialplan, change);
    }
    return dialplan.build();
  }

  private static void change(Dialplan.Builder dialplan, String change) {
    int equals = change.indexOf('=');
    Dialplan.Builder.require(equals > 0, "argument", change, "name=value, such as wait=my-wait");
    String name = change.substring(0, equals);
    String value = change.substring(equals + 1);
    switch (name) {
      case "agi" -> dialplan.agi(host(value), port(value));
      case "second" -> dialplan.secondAgi(host(value), port(value));
      case "music" -> dialplan.music(value);
      case "sounds" -> dialplan.sounds(value);
      case "alive" -> dialplan.keepAliveEvery(Duration.ofSeconds(number(value)));
      case "keys" -> dialplan.keysWhileRinging(value);
      case "secret-file" -> dialplan.secret(firstLine(Path.of(value)));
      case "patience" -> dialplan.patience(Duration.ofSeconds(number(value)));
      default -> dialplan.context(part(name), ContextName.of(value));
    }
  }

  private static String host(String address) {
    int colon = address.lastIndexOf(':');
    Dialplan.Builder.require(colon > 0, "address", address, "host:port");
    return address.substring(0, colon);
  }

  private static int port(String address) {
    return number(address.substring(address.lastIndexOf(':') + 1));
  }

  /** A secret among the arguments of a program can be read by everybody on the machine. */
  private static String firstLine(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("").strip();
    } catch (IOException broken) {
      throw new IllegalArgumentException(
          "cannot read the secret from '" + file + "': " + broken.getMessage(), broken);
    }
  }

  private static Part part(String name) {
    for (Part part : Part.values()) {
      if (part.name().equalsIgnoreCase(name)) {
        return part;
      }
    }
    throw new IllegalArgumentException("'" + name + "' is not a part of the dialplan");
  }

  private static int number(String text) {
    Dialplan.Builder.require(text.matches("[0-9]{1,6}"), "number", text, "digits");
    return Integer.parseInt(text);
  }
}
