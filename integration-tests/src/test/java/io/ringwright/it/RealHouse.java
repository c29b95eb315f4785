package io.ringwright.it;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The real Asterisk of a {@link RecordedHouse}, whose recordings are kept. */
final class RealHouse {

  private static final Pattern VERSION = Pattern.compile("Asterisk (\\d+)(\\.\\d+)*");

  private Optional<RealAsterisk> booted = Optional.empty();

  RealAsterisk boot() {
    RealAsterisk pbx = RealAsterisk.boot();
    booted = Optional.of(pbx);
    return pbx;
  }

  RealAsterisk pbx() {
    return booted.orElseThrow();
  }

  void keep(EventRecording recorded, String name, String title) {
    Matcher said = VERSION.matcher(pbx().console("core show version"));
    if (!said.find()) {
      throw new IllegalStateException("Asterisk does not say its version");
    }
    String version = said.group().substring("Asterisk ".length());
    recorded.write(Recordings.file(version, name), title, version);
  }
}
