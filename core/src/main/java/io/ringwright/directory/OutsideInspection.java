package io.ringwright.directory;

import io.ringwright.call.ExternalNumber;
import io.ringwright.dialplan.ConfirmedDial;
import io.ringwright.directory.ExtensionBuilder.Outside;
import io.ringwright.directory.ExtensionBuilder.Phone;
import java.time.Duration;
import java.util.Optional;

/** Checks the numbers outside at which extensions ring, and how people there take a call. */
final class OutsideInspection {

  private static final String PROMPT = "[A-Za-z0-9_./-]{1,20}";

  private final NumberBook numbers;
  private final Mistakes mistakes;

  OutsideInspection(NumberBook numbers, Mistakes mistakes) {
    this.numbers = numbers;
    this.mistakes = mistakes;
  }

  /** The device that such a number is; empty if something is wrong. */
  Optional<Phone> phone(String item, Outside given) {
    boolean number = isNumber(item, given.number());
    boolean confirmed = isConfirmation(item, given.confirmation());
    return number && confirmed
        ? Optional.of(dial(given)).filter(dial -> fits(item, dial)).map(OutsideInspection::phone)
        : Optional.empty();
  }

  private static ConfirmedDial dial(Outside given) {
    Confirmation how = given.confirmation();
    return new ConfirmedDial(
        given.number(), how.key(), how.within().toSeconds(), how.prompt(), how.context());
  }

  private static Phone phone(ConfirmedDial dial) {
    return new Phone(dial.dialString(), dial.device());
  }

  private boolean isNumber(String item, String number) {
    String given = "outside number " + Mistakes.quoted(number);
    return mistakes.require(
            ExternalNumber.parse(number).isPresent(),
            item,
            given + " is not valid",
            "an optional + and 3 to 15 digits")
        && mistakes.require(
            numbers.mayBeCalledOutside(number),
            item,
            given + " may not be called",
            "an external number that allowExternal permits");
  }

  private boolean isConfirmation(String item, Confirmation how) {
    boolean key =
        mistakes.require(
            how.key().matches("[0-9]"),
            item,
            "confirmation key " + Mistakes.quoted(how.key()) + " is not valid",
            "a digit, 0 to 9");
    boolean prompt =
        mistakes.require(
            how.prompt().matches(PROMPT),
            item,
            "confirmation prompt " + Mistakes.quoted(how.prompt()) + " is not valid",
            "1 to 20 letters, digits and _ . / -, such as custom/confirm");
    boolean time =
        mistakes.within(Mistakes.Span.CONFIRMATION, item, "time to confirm", how.within());
    boolean whole =
        !time
            || mistakes.require(
                how.within().equals(Duration.ofSeconds(how.within().toSeconds())),
                item,
                "time to confirm " + DurationText.of(how.within()) + " is not valid",
                "whole seconds, 2 s to 60 s");
    return key && prompt && time && whole;
  }

  private boolean fits(String item, ConfirmedDial dial) {
    int length = dial.device().length();
    return mistakes.require(
        length <= ConfirmedDial.LONGEST,
        item,
        "device " + Mistakes.quoted(dial.device()) + " is " + length + " characters long",
        "at most " + ConfirmedDial.LONGEST + ": a shorter prompt or name of the context");
  }
}
