package io.ringwright.it;

import io.ringwright.agi.Dialplan;
import io.ringwright.fakeasterisk.FakeAsterisk;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The fake Asterisk with the phones and the dialplan of the laboratory. */
final class FakeSwitch {

  private FakeSwitch() {}

  static FakeAsterisk boot() {
    return FakeAsterisk.builder()
        .phones("8260", "8261", "8262", "8263")
        .dialplan(dialplan())
        .dialplan("[hints]\nexten => 8262,hint,PJSIP/8262\n")
        .start();
  }

  private static String dialplan() {
    try (InputStream file =
        Objects.requireNonNull(Dialplan.class.getResourceAsStream("ringwright.conf"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
