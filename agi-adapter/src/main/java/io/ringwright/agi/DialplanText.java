package io.ringwright.agi;

import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a dialplan: a template, without the contexts that are not wanted, and with values in
 * its places.
 *
 * @param contexts the names of contexts
 * @param values what stands in the other places, by the name of the place
 */
record DialplanText(Contexts contexts, Map<String, String> values) {

  private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z]+)@");
  private static final Pattern SECTION = Pattern.compile("(?m)^(?=\\[)");

  /** The dialplan of callers: lines ended by LF. */
  String render() {
    return render("ringwright.conf");
  }

  /** That of agents. */
  String renderAgents() {
    return render("ringwright-agents.conf");
  }

  private String render(String file) {
    String kept =
        SECTION.splitAsStream(template(file)).filter(this::isOurs).collect(Collectors.joining());
    return PLACEHOLDER
        .matcher(kept)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private boolean isOurs(String section) {
    if (values.getOrDefault("KEYS", "").isEmpty()
        && section.startsWith("[@" + Part.RINGING + "@]")) {
      return false;
    }
    for (Part part : Part.values()) {
      if (part.isReplaceable() && section.startsWith("[@" + part + "@]")) {
        return contexts.name(part).equals(part.standard());
      }
    }
    return true;
  }

  private String value(String placeholder) {
    String value = values.get(placeholder);
    return value != null ? value : contexts.name(Part.valueOf(placeholder)).name();
  }

  private static String template(String file) {
    try (InputStream in = Dialplan.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException(file + " is missing beside Dialplan.class");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
