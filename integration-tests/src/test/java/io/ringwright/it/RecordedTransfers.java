package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import org.junit.jupiter.api.Test;

/** 8301 hands over a caller of group 701, in one of the ways in which phones do that. */
abstract class RecordedTransfers extends RecordedHouse {

  private final Way way;

  RecordedTransfers(Way way) {
    this.way = way;
  }

  /**
   * How phones transfer.
   *
   * @param name in the names of recordings
   * @param attended how an attended transfer is made, for the title
   * @param blind how a blind one is made
   */
  record Way(String name, String attended, String blind) {}

  /** 8301 calls a number and has the caller wait; the call in which it speaks then. */
  abstract DeskCall consult(DeskCall here, String number);

  /** 8301 connects the caller with whom it consults. */
  abstract void complete(DeskCall here, DeskCall consultation);

  /** 8301 sends the caller to a number without a word. */
  abstract void sendOn(DeskCall here, String number);

  @Test
  void attended_to_a_phone_that_answered() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult(here, "8302");
    answered(second, "8302", consultation);
    complete(here, consultation);
    caller.awaitSpeech(10);
    hangUp(caller, "0301");
    writeAttended("answered", "to an answered phone");
  }

  @Test
  void attended_to_a_queue_call_that_was_answered() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult(here, "702");
    DeskCall there = answered(second, "8302", consultation);
    complete(here, consultation);
    there.awaitSpeech(10);
    hangUp(there, "8302");
    writeAttended("queue-answered", "the consultation was a queue call and answered");
  }

  @Test
  void attended_to_a_phone_that_rings() {
    DeskCall caller = call("701");
    DeskCall here = talk(caller);
    DeskCall consultation = consult(here, "8302");
    DeskCall there = second.awaitCall();
    complete(here, consultation);
    step("8302 answers");
    there.answer();
    there.awaitSpeech(10);
    hangUp(caller, "0301");
    writeAttended("ringing", "to a ringing phone");
  }

  @Test
  void blind_to_a_phone_beside_the_queue() {
    DeskCall caller = call("701");
    sendOn(talk(caller), "8303");
    answered(third, "8303", caller);
    hangUp(caller, "0301");
    writeBlind("phone", "of a queue call to a phone");
  }

  @Test
  void blind_to_another_queue() {
    DeskCall caller = call("701");
    sendOn(talk(caller), "702");
    answered(second, "8302", caller);
    hangUp(caller, "0301");
    writeBlind("queue", "of a queue call to another queue");
  }

  /** 8302 is in a talk with 8303, so that callers of 702 wait. */
  DeskCall engageTheSecondPhone() {
    step("8303 calls 8302");
    DeskCall engaging = third.call("8302");
    answered(second, "8302", engaging);
    return engaging;
  }

  void writeAttended(String kind, String title) {
    write("attended-%s-%s".formatted(way.name(), kind), way.attended() + ": " + title);
  }

  private void writeBlind(String kind, String title) {
    write("blind-%s-%s".formatted(way.name(), kind), way.blind() + " " + title);
  }
}
