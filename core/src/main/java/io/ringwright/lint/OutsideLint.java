package io.ringwright.lint;

import io.ringwright.call.RingTarget;
import io.ringwright.dialplan.ConfirmedDial;
import io.ringwright.directory.Confirmation;
import io.ringwright.directory.DurationText;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.time.Duration;

/** Agents at numbers outside who cannot confirm in time, or are asked for another key. */
final class OutsideLint {

  /**
   * "Press 1 to accept this call, or 2 to reject it": 3.58 s in the English sounds of Asterisk
   * (core-sounds-en 1.6.1), in whole seconds.
   */
  private static final Duration STANDARD_PROMPT = Duration.ofSeconds(4);

  /** For so long after the prompt the dialplan awaits the key before the time to confirm begins. */
  private static final Duration AFTER_PROMPT = Duration.ofSeconds(1);

  private final PhoneList phones;
  private final Findings findings;

  OutsideLint(PhoneList phones, Findings findings) {
    this.phones = phones;
    this.findings = findings;
  }

  void look() {
    for (Extension extension : phones.extensions()) {
      for (RingTarget target : extension.devices()) {
        findings.step();
        ConfirmedDial.parse(target.dialString()).ifPresent(dial -> look(extension, dial));
      }
    }
  }

  private void look(Extension extension, ConfirmedDial dial) {
    Duration needed = AFTER_PROMPT.plusSeconds(dial.seconds());
    if (dial.prompt().equals(Confirmation.STANDARD.prompt())) {
      Duration all = needed.plus(STANDARD_PROMPT);
      ringsLongEnough(extension, dial, all, DurationText.of(all));
      asksForTheKey(extension, dial);
    } else {
      String all = DurationText.of(needed) + " and the length of the prompt";
      ringsLongEnough(extension, dial, needed, all);
    }
  }

  private void ringsLongEnough(
      Extension extension, ConfirmedDial dial, Duration needed, String words) {
    Duration ring = extension.times().ring();
    if (ring.compareTo(needed) <= 0) {
      findings.add(
          Finding.Kind.RING_TOO_SHORT,
          Findings.item(extension),
          "ring time "
              + DurationText.of(ring)
              + " leaves no time to answer at "
              + dial.number()
              + ": the prompt "
              + dial.prompt()
              + " and the time to confirm take "
              + words,
          "let it ring for so much longer as somebody needs to answer there, or give less time to"
              + " confirm");
    }
  }

  private void asksForTheKey(Extension extension, ConfirmedDial dial) {
    if (dial.key().equals(Confirmation.STANDARD.key())) {
      return;
    }
    findings.add(
        Finding.Kind.PROMPT_ASKS_FOR_ANOTHER_KEY,
        Findings.item(extension),
        "key "
            + dial.key()
            + " takes the call at "
            + dial.number()
            + ", but the sound "
            + dial.prompt()
            + " of Asterisk asks for 1",
        "name a prompt that asks for " + dial.key() + ", or let key 1 take the call");
  }
}
