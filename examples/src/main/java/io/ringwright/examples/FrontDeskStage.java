package io.ringwright.examples;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The switch of the front desk and its phones: what people do with them, and what is seen of it.
 */
final class FrontDeskStage implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final long LOOK_MILLIS = 20;
  private static final Set<Kind> HEARD =
      Set.of(Kind.PROMPT_PLAYED, Kind.MUSIC_STARTED, Kind.PHONE_IS_TOLD);

  private final PbxWithDesks pbx;
  private final FrontDeskLog log;
  private final DeskPhone anna;
  private final DeskPhone berta;
  private final DeskPhone outside;
  private int printed;

  /**
   * A caller on the line.
   *
   * @param name who
   * @param call at the caller's phone
   * @param id how {@link Sighting#caller()} names the caller
   */
  record Guest(String name, DeskCall call, String id) {}

  FrontDeskStage(PbxWithDesks pbx, FrontDeskLog log) {
    this.pbx = pbx;
    this.log = log;
    this.anna = pbx.deskPhone(FrontDeskPhones.ANNA);
    this.berta = pbx.deskPhone(FrontDeskPhones.BERTA);
    this.outside = pbx.phoneOutside();
  }

  PbxWithDesks pbx() {
    return pbx;
  }

  DeskPhone anna() {
    return anna;
  }

  DeskPhone berta() {
    return berta;
  }

  void scene(String title) {
    printSeen();
    log.scene(title);
  }

  /** Somebody outside calls. */
  Guest calls(String name, String number, String dialled) throws InterruptedException {
    long before = arrivals(dialled).count();
    log.isCalled(number, name);
    DeskCall call = outside.callAs(number, dialled);
    until(name + " is in the house", () -> arrivals(dialled).count() > before);
    String id = arrivals(dialled).skip(before).findFirst().orElseThrow();
    log.isSeenAs(id, name);
    return new Guest(name, call, id);
  }

  private Stream<String> arrivals(String dialled) {
    return pbx.sightings().stream()
        .filter(seen -> seen.kind() == Kind.CALLER_ARRIVED && seen.subject().equals(dialled))
        .map(Sighting::caller);
  }

  /** An agent dials a code, and listens to the end. */
  void dials(DeskPhone phone, String name, String code) {
    printSeen();
    log.says(name, "dials " + code);
    DeskCall call = phone.call(code);
    call.awaitOver();
    print(
        seen -> seen.kind() == Kind.PROMPT_PLAYED,
        seen -> log.says(name, "hears " + seen.detail()));
  }

  void presses(DeskCall call, String name, String keys) {
    printSeen();
    log.says(name, "presses " + keys);
    call.press(keys);
  }

  /** Waits until a caller hears something. */
  void untilHeard(Guest guest, String sound) throws InterruptedException {
    until(guest.name() + " hears " + sound, () -> heard(guest).contains(sound));
  }

  private List<String> heard(Guest guest) {
    return pbx.sightings().stream()
        .filter(seen -> seen.caller().equals(guest.id()) && HEARD.contains(seen.kind()))
        .map(FrontDeskLog::sound)
        .toList();
  }

  /** Waits until the phone that was answered is asked for a key, for the so manieth time. */
  void untilAsked(int times) throws InterruptedException {
    until("a key is asked for", () -> asked() >= times);
  }

  private long asked() {
    return pbx.sightings().stream()
        .filter(seen -> seen.kind() == Kind.PHONE_IS_TOLD && seen.subject().equals("Read"))
        .count();
  }

  /** Waits until something holds; what is seen meanwhile is printed. */
  void until(String what, BooleanSupplier holds) throws InterruptedException {
    long latest = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > latest) {
        throw new IllegalStateException(
            "not seen within " + PATIENCE.toSeconds() + " s: " + what + "; see the lines above");
      }
      printSeen();
      Thread.sleep(LOOK_MILLIS);
    }
    printSeen();
  }

  /** Prints what was seen since the last time. */
  void printSeen() {
    print(seen -> HEARD.contains(seen.kind()), log::heard);
  }

  private void print(Predicate<Sighting> which, Consumer<Sighting> print) {
    List<Sighting> all = pbx.sightings();
    all.subList(printed, all.size()).stream().filter(which).forEach(print);
    printed = all.size();
  }

  @Override
  public void close() {
    outside.close();
    anna.close();
    berta.close();
  }
}
