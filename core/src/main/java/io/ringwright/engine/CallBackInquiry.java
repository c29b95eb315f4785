package io.ringwright.engine;

import io.ringwright.call.Announcement;
import io.ringwright.call.Announcement.Gender;
import io.ringwright.call.Announcement.Sound;
import io.ringwright.call.Announcement.Spoken;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.Inquiry;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Treatment;
import io.ringwright.directory.CallBackSounds;
import io.ringwright.directory.CallBackSounds.Phrase;
import io.ringwright.directory.WaitingPolicy.Leaving;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.RouterEvent.KeyPressed;
import io.ringwright.telling.KeyUsed.Meaning;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A caller who asks for a call back confirms the number, or enters another one. What was asked
 * comes back with the answer, so nothing of it is remembered here: a delivery, a restart or a
 * caller who says nothing leaves nothing behind.
 */
final class CallBackInquiry {

  private final CallBacks callBacks;
  private final EngineState state;
  private final Outbox outbox;
  private final Answers answers;

  CallBackInquiry(CallBacks callBacks, BasicParts basic) {
    this.callBacks = callBacks;
    this.state = basic.state();
    this.outbox = basic.outbox();
    this.answers = basic.answers();
  }

  /** The caller has asked for a call back. Whoever has no number for it is asked for one. */
  RoutingAnswer begin(Call call, KeyPressed event, CallBackSounds sounds) {
    if (!event.callsBack()) {
      return callBacks.cannotCallBack(call, event);
    }
    callBacks.tell(call, event, Meaning.ASKED);
    return callBacks
        .allowed(call.waiting().caller().number())
        .map(number -> confirm(call, number, sounds))
        .orElseGet(() -> enter(call, sounds));
  }

  /** The caller has answered by keys; whatever else they are has the caller wait on. */
  RoutingAnswer answered(
      Call call, KeyPressed event, Leaving leaving, Supplier<RoutingAnswer> waitsOn) {
    Optional<CallBackSounds> sounds = leaving.confirmation();
    if (sounds.isEmpty()) {
      callBacks.tell(call, event, Meaning.NOTHING);
      outbox.ignored("key", "no number is confirmed any more for " + call.wanted());
      return waitsOn.get();
    }
    return event.inquiry().orElseThrow() instanceof Inquiry.IsThisYourNumber asked
        ? decided(call, event, asked.number(), sounds.get()).orElseGet(waitsOn)
        : entered(call, event, sounds.get()).orElseGet(waitsOn);
  }

  /** Empty to wait on. */
  private Optional<RoutingAnswer> decided(
      Call call, KeyPressed event, ExternalNumber number, CallBackSounds sounds) {
    if (event.key().equals(Inquiry.ANOTHER)) {
      callBacks.tell(call, event, Meaning.ASKED);
      return Optional.of(enter(call, sounds));
    }
    if (!event.key().equals(Inquiry.CONFIRM)) {
      callBacks.tell(call, event, Meaning.NOTHING);
      outbox.ignored("key", "key " + event.key() + " confirms no number of call " + call.id());
      return Optional.empty();
    }
    return Optional.of(
        state.phones().allowsCallBack(number)
            ? callBacks.callBackAt(call, number, event)
            : callBacks.noCallBack(call, event, number + " is no number that may be called back"));
  }

  /** Empty to wait on. The hash that ends a number is no part of it. */
  private Optional<RoutingAnswer> entered(Call call, KeyPressed event, CallBackSounds sounds) {
    String all = event.key().digits();
    String digits = all.endsWith("#") ? all.substring(0, all.length() - 1) : all;
    if (digits.isEmpty()) {
      callBacks.tell(call, event, Meaning.NOTHING);
      outbox.ignored("key", "call " + call.id() + " entered no number");
      return Optional.empty();
    }
    Optional<ExternalNumber> number = callBacks.allowed(digits);
    if (number.isEmpty()) {
      String why = "'" + digits + "' is no number that may be called back";
      return Optional.of(callBacks.noCallBack(call, event, why));
    }
    callBacks.tell(call, event, Meaning.ASKED);
    return Optional.of(confirm(call, number.get(), sounds));
  }

  private RoutingAnswer confirm(Call call, ExternalNumber number, CallBackSounds sounds) {
    Announcement told =
        new Announcement(
            List.of(
                sound(sounds, Phrase.THE_NUMBER_IS),
                new Announcement.Digits(number),
                sound(sounds, Phrase.IF_CORRECT_PRESS),
                key(Inquiry.CONFIRM),
                sound(sounds, Phrase.FOR_ANOTHER),
                sound(sounds, Phrase.PRESS),
                key(Inquiry.ANOTHER)));
    return asked(
        call, "whether to be called back at " + number, told, new Inquiry.IsThisYourNumber(number));
  }

  private RoutingAnswer enter(Call call, CallBackSounds sounds) {
    Announcement told =
        new Announcement(
            List.of(sound(sounds, Phrase.ENTER_NUMBER), sound(sounds, Phrase.THEN_POUND)));
    return asked(call, "at which number to be called back", told, new Inquiry.WhichNumber());
  }

  private RoutingAnswer asked(Call call, String what, Announcement told, Inquiry inquiry) {
    return answers
        .waitOn(call, "is asked " + what)
        .treatedBy(Treatment.USUAL.asking(told, inquiry));
  }

  private static Sound sound(CallBackSounds sounds, Phrase phrase) {
    return new Sound(sounds.of(phrase));
  }

  private static Spoken key(DirectoryNumber key) {
    return new Spoken(Integer.parseInt(key.digits()), Gender.NEUTER);
  }
}
