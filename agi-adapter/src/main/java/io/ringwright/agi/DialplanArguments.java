package io.ringwright.agi;

import io.ringwright.call.ContextName;
import io.ringwright.dialplan.AgentCodes;
import io.ringwright.dialplan.Contexts.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the arguments of the program that prints a {@link Dialplan}. */
final class DialplanArguments {

  private static final Set<String> CODES = Set.of("log", "pause", "status");

  private DialplanArguments() {}

  /** The text that is asked for: {@code file=agents} is the second file. */
  static String text(String... changes) {
    List<String> all = List.of(changes);
    List<String> files = all.stream().filter(each -> each.startsWith("file=")).toList();
    String file = files.isEmpty() ? "callers" : files.get(0).substring("file=".length());
    boolean known = files.size() <= 1 && (file.equals("callers") || file.equals("agents"));
    Dialplan.Builder.require(known, "file", file, "callers or agents, once");
    Dialplan dialplan =
        dialplan(all.stream().filter(each -> !files.contains(each)).toArray(String[]::new));
    return file.equals("agents") ? dialplan.renderAgents() : dialplan.render();
  }

  /** The dialplan with what shall differ from the default, each as {@code name=value}. */
  static Dialplan dialplan(String... changes) {
    Dialplan.Builder dialplan = Dialplan.builder();
    Map<String, String> codes = new HashMap<>();
    for (String change : changes) {
      String name = change.substring(0, Math.max(0, change.indexOf('=')));
      if (CODES.contains(name)) {
        codes.put(name, change.substring(name.length() + 1));
      } else {
        change(dialplan, change);
      }
    }
    return dialplan.agentCodes(codes(codes)).build();
  }

  private static AgentCodes codes(Map<String, String> named) {
    AgentCodes usual = AgentCodes.STANDARD;
    return new AgentCodes(
        named.getOrDefault("log", usual.log()),
        named.getOrDefault("pause", usual.pause()),
        named.getOrDefault("status", usual.status()),
        named.getOrDefault("desk", usual.desk()));
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
