package io.ringwright.audit;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the command line asks for.
 *
 * @param files the logs
 * @param settings what was supplied
 * @param plot where to write a plot
 * @param help whether only the options are to be printed
 */
record AuditCommand(List<Path> files, AuditSettings settings, Optional<Path> plot, boolean help) {

  static final String HELP =
      """
      Usage: java -cp ringwright-audit.jar io.ringwright.audit.QueueLogAudit [OPTIONS] FILE...
      FILE is a queue_log of Asterisk, or a rotated one, also with .gz.
        --zone=Europe/Berlin    by which days are told apart; UTC without it
        --svg=FILE              writes a plot of the idle seconds of each day
        --wrapup=QUEUE=SECONDS  wrapuptime of a queue
        --backup=QUEUE=AGENT    an agent who is not to be rung there at ordinary times
        --alias=NAME=AGENT      another name of an agent, such as the interface of ADDMEMBER
        --presence=SECONDS      an agent of whom nothing was seen for so long is not there; 900
        --shortest-gap=SECONDS  gaps up to this long are no findings; 1.5
        --starving=SECONDS      a caller starves who waited this long; 60
        --passed-over=COUNT     and was passed over by so many newer ones; 3\
      """;

  static AuditCommand parse(String... arguments) {
    List<Path> files = new ArrayList<>();
    AuditSettings settings = AuditSettings.DEFAULT;
    Optional<Path> plot = Optional.empty();
    boolean help = arguments.length == 0;
    for (String argument : arguments) {
      if (argument.equals("--help")) {
        help = true;
      } else if (argument.startsWith("--svg=")) {
        plot = Optional.of(Path.of(argument.substring("--svg=".length())));
      } else if (argument.startsWith("--")) {
        settings = with(settings, argument);
      } else {
        files.add(Path.of(argument));
      }
    }
    if (files.isEmpty() && !help) {
      throw new IllegalArgumentException("no file is named\n" + HELP);
    }
    return new AuditCommand(files, settings, plot, help);
  }

  private static AuditSettings with(AuditSettings settings, String argument) {
    int equals = argument.indexOf('=');
    String option = equals < 0 ? argument : argument.substring(0, equals);
    String value = equals < 0 ? "" : argument.substring(equals + 1);
    return switch (option) {
      case "--zone" -> settings.in(zone(value));
      case "--wrapup" -> settings.wrapUp(left(argument, value), seconds(right(argument, value)));
      case "--backup" -> settings.backup(left(argument, value), right(argument, value));
      case "--alias" -> settings.alias(left(argument, value), right(argument, value));
      default -> settings.limits(limit(settings.limits(), option, value));
    };
  }

  private static AuditSettings.Limits limit(
      AuditSettings.Limits limits, String option, String value) {
    return switch (option) {
      case "--presence" ->
          new AuditSettings.Limits(
              limits.shortestGap(), seconds(value), limits.starving(), limits.passedOver());
      case "--shortest-gap" ->
          new AuditSettings.Limits(
              seconds(value), limits.presence(), limits.starving(), limits.passedOver());
      case "--starving" ->
          new AuditSettings.Limits(
              limits.shortestGap(), limits.presence(), seconds(value), limits.passedOver());
      case "--passed-over" ->
          new AuditSettings.Limits(
              limits.shortestGap(), limits.presence(), limits.starving(), number(value));
      default -> throw new IllegalArgumentException("option " + option + " is unknown\n" + HELP);
    };
  }

  private static ZoneId zone(String value) {
    try {
      return ZoneId.of(value);
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException(
          "time zone '" + value + "' is unknown: expected one such as Europe/Berlin", unknown);
    }
  }

  private static String left(String argument, String value) {
    return value.substring(0, divider(argument, value));
  }

  private static String right(String argument, String value) {
    return value.substring(divider(argument, value) + 1);
  }

  /** Names may have an equals sign: the last one divides. */
  private static int divider(String argument, String value) {
    int equals = value.lastIndexOf('=');
    if (equals < 1 || equals == value.length() - 1) {
      throw new IllegalArgumentException(
          argument + " is not valid: expected a name, an equals sign, and what it stands for");
    }
    return equals;
  }

  private static Duration seconds(String value) {
    return Duration.ofSeconds(number(value));
  }

  private static int number(String value) {
    if (value.isEmpty() || value.length() > 7 || !value.chars().allMatch(Character::isDigit)) {
      throw new IllegalArgumentException("'" + value + "' is no number: expected 0 to 9999999");
    }
    return Integer.parseInt(value);
  }
}
