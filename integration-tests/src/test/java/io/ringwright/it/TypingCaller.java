package io.ringwright.it;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.util.List;

/**
 * A caller who types: at a telephone that sends sound all the time, and each key for 100 ms with 80
 * ms in between.
 */
final class TypingCaller implements Caller {

  private final DeskCall call;
  private final String id;

  private TypingCaller(DeskCall call, String id) {
    this.call = call;
    this.id = id;
  }

  /** Calls a hunt group from a telephone. */
  static TypingCaller calls(DeskPhone phone, Watch watch, String number, String dialled) {
    int before = arrivals(watch, dialled).size();
    DeskCall call = phone.callAs(number, dialled);
    watch.awaitThat("a call", () -> arrivals(watch, dialled).size() > before);
    return new TypingCaller(call, arrivals(watch, dialled).get(before));
  }

  private static List<String> arrivals(Watch watch, String dialled) {
    return watch.sightings().stream()
        .filter(seen -> seen.kind() == Kind.CALLER_ARRIVED && seen.subject().equals(dialled))
        .map(Sighting::caller)
        .toList();
  }

  void types(String keys) {
    call.press(keys);
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public void hangUp() {
    call.hangUp();
  }

  @Override
  public void press(char key) {
    call.press(String.valueOf(key));
  }

  @Override
  public void sendOn(String number) {
    throw new UnsupportedOperationException("nobody sends on whoever types");
  }
}
