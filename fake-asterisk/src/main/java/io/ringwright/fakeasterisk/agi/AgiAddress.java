package io.ringwright.fakeasterisk.agi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where {@code agi://host:port/script} leads. Immutable. */
record AgiAddress(String url, String host, int port, String script) {

  private static final int STANDARD_PORT = 4573;
  private static final Pattern URL =
      Pattern.compile("agi://([^:/]+)(?::(\\d{1,5}))?(?:/(.*))?", Pattern.DOTALL);

  /** The address of a URL; empty if it is no FastAGI URL. */
  static Optional<AgiAddress> parse(String url) {
    Matcher matcher = URL.matcher(url);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int port = matcher.group(2) == null ? STANDARD_PORT : Integer.parseInt(matcher.group(2));
    String script = matcher.group(3) == null ? "" : matcher.group(3);
    return port > 65_535
        ? Optional.empty()
        : Optional.of(new AgiAddress(url, matcher.group(1), port, script));
  }
}
