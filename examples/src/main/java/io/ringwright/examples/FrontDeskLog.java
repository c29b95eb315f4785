package io.ringwright.examples;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Visit;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Answered;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.RingStopped;
import io.ringwright.telling.TalkEnded;
import io.ringwright.view.Activity;
import io.ringwright.view.ExtensionView;
import io.ringwright.view.QueueView;
import io.ringwright.view.RouterView;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Prints one line for each thing that happens at the front desk: what the engine tells its
 * listener, and what the switch was seen to play.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class FrontDeskLog implements RoutingListener {

  private final PrintStream out;
  private final InstantSource clock;
  private final Instant start;
  private final Map<String, String> namesByNumber = new ConcurrentHashMap<>();
  private final Map<String, String> namesAsSeen = new ConcurrentHashMap<>();
  private final Map<CallId, String> callers = new ConcurrentHashMap<>();

  FrontDeskLog(PrintStream out, InstantSource clock) {
    this.out = out;
    this.clock = clock;
    this.start = clock.instant();
    namesByNumber.put(FrontDeskPhones.ANNA, "Anna");
    namesByNumber.put(FrontDeskPhones.BERTA, "Berta");
  }

  /** The owner of a number. */
  void isCalled(String number, String name) {
    namesByNumber.put(number, name);
  }

  /** By which name of the switch a caller is seen. */
  void isSeenAs(String id, String name) {
    namesAsSeen.put(id, name);
  }

  void scene(String title) {
    out.println("\n" + title);
  }

  void says(String name, String what) {
    Duration since = Duration.between(start, clock.instant());
    out.printf(Locale.ROOT, "%7.2f s  %-7s %s%n", since.toMillis() / 1000.0, name, what);
  }

  void heard(Sighting seen) {
    String name = namesAsSeen.getOrDefault(seen.caller(), "");
    if (seen.kind() != Kind.PHONE_IS_TOLD) {
      says(name, "hears " + sound(seen));
      return;
    }
    String[] data = seen.detail().split(",");
    switch (seen.subject()) {
      case "MixMonitor" -> says(name, "is recorded in " + data[0]);
      case "Read" -> says("", "the agent for " + name + " hears " + data[1] + ", and may press 1");
      default -> says("", "the agent for " + name + " hears " + data[0]);
    }
  }

  /** The name of a sound, a word that was said, or the class of music. */
  static String sound(Sighting seen) {
    return seen.kind() == Kind.MUSIC_STARTED ? "music " + seen.subject() : seen.detail();
  }

  private String name(CallId call) {
    return callers.getOrDefault(call, call.value());
  }

  private String name(DirectoryNumber number) {
    return namesByNumber.getOrDefault(number.digits(), number.digits());
  }

  @Override
  public void callArrived(InboundCall call, Visit visit) {
    String number = call.caller().number();
    callers.put(call.id(), namesByNumber.getOrDefault(number, number));
    says(name(call.id()), "calls " + call.called());
  }

  @Override
  public void decided(RoutingAnswer answer) {
    says(name(answer.call()), Wallboard.say(answer.decision()));
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    says(name(answer.call()), "is next: " + Wallboard.say(answer.decision()));
  }

  @Override
  public void keyPressed(KeyUsed used) {
    String meaning = used.meaning().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    String to = used.to().map(place -> " to " + place).orElse("");
    says(name(used.visit().call()), "key " + used.key() + ": " + meaning + to);
  }

  @Override
  public void ringEnded(RingStopped ring) {
    if (ring.why() != RingStopped.Why.ANSWERED) {
      String why = ring.why().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      says(
          name(ring.ring().extension()),
          "rang for " + name(ring.ring().visit().call()) + ": " + why);
    }
  }

  @Override
  public void answered(Answered told) {
    String by = told.by().extension().map(this::name).orElse("somebody");
    says(by, "answers " + name(told.visit().call()) + ", who waited " + seconds(told.waited()));
  }

  @Override
  public void talkEnded(TalkEnded talk) {
    says(name(talk.visit().call()), "talked for " + seconds(talk.talked()));
  }

  @Override
  public void attendanceChanged(DirectoryNumber extension, Attendance attendance) {
    String paused = attendance.pausedFor().map(why -> ", paused for " + why).orElse("");
    says(name(extension), "is logged " + (attendance.loggedIn() ? "in" : "out") + paused);
  }

  @Override
  public void ended(Visit visit, CallOutcome outcome, Duration waited) {
    says(name(visit.call()), "ends: " + Wallboard.words(outcome));
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    says("", what + " failed: " + failure.getMessage());
  }

  /** Prints all queues and extensions of one moment. */
  void view(RouterView view) {
    out.println();
    for (QueueView queue : view.queues()) {
      out.printf(
          Locale.ROOT,
          "%s: %d waiting; of %d members %d take calls and %d are free%n",
          queue.destination(),
          queue.waiting(),
          queue.members().all(),
          queue.members().attending(),
          queue.members().free());
    }
    for (ExtensionView extension : view.extensions()) {
      out.println(name(extension.number()) + ": " + words(extension.activity()));
    }
  }

  private static String words(Activity activity) {
    String state = activity.state().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return state + activity.reason().map(why -> " (" + why + ")").orElse("");
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
