package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.testkit.ManualClock;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The wall clock is set forward or back by hours: replies, pings and looks of a link come no
 * earlier and no later. Each test fails if the link follows the wall clock.
 */
class LinkClockTest {

  private static final AmiMessage BOOTED = Messages.message("Event: FullyBooted");

  private final ManualClock engine = ManualClock.onMondayMorning();
  private final RecordedEvents heard = new RecordedEvents();
  private final RecordingWire wire = new RecordingWire();
  private final Flood flood = new Flood(Settings.LAB);
  private final AmiInbox inbox = new AmiInbox(40_000, flood);
  private Duration step = Duration.ZERO;
  private InstantSource clock = engine;

  private InstantSource wallClock() {
    return () -> engine.instant().plus(step);
  }

  private LinkSettings settings() {
    return Settings.with(heard, clock, wallClock());
  }

  private void clockIsSet(int hours) {
    step = Duration.ofHours(hours);
  }

  /** Runs with the wall clock three hours back, and three hours forward. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @ParameterizedTest
  @ValueSource(ints = {-3, 3})
  @interface InBothDirections {}

  static Stream<Arguments> timers() {
    return Arrays.stream(LinkClockTest.class.getDeclaredMethods())
        .filter(each -> each.isAnnotationPresent(InBothDirections.class))
        .sorted(Comparator.comparing(Method::getName))
        .flatMap(each -> Stream.of(Arguments.of(each, -3), Arguments.of(each, 3)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("timers")
  void on_the_wall_clock_each_of_these_tests_fails(Method timer, int hours) {
    LinkClockTest unprotected = new LinkClockTest();
    unprotected.clock = unprotected.wallClock();
    assertThatThrownBy(() -> timer.invoke(unprotected, hours))
        .as(timer.getName())
        .hasCauseInstanceOf(AssertionError.class);
  }

  @InBothDirections
  void a_reply_is_awaited_for_its_time(int hours) {
    PendingActions actions = new PendingActions(wire, settings());
    CompletableFuture<Reply> ping = actions.ask(AmiAction.ping());
    clockIsSet(hours);
    engine.advance(Duration.ofMillis(1900));
    actions.expire();
    assertThat(ping).isNotDone();
    engine.advance(Duration.ofMillis(100));
    actions.expire();
    assertThat(ping).isDone();
  }

  @InBothDirections
  void asterisk_is_asked_for_a_sign_of_life_when_its_time_has_passed(int hours) {
    EventFeed feed = connected();
    clockIsSet(hours);
    ticksAfter(feed, Duration.ofSeconds(19));
    assertThat(times("Ping")).isZero();
    ticksAfter(feed, Duration.ofSeconds(1));
    assertThat(times("Ping")).isEqualTo(1);
  }

  @InBothDirections
  void everything_is_looked_at_again_when_its_time_has_passed(int hours) {
    EventFeed feed = connected();
    clockIsSet(hours);
    ticksAfter(feed, Duration.ofSeconds(59));
    assertThat(times("Status")).isEqualTo(1);
    ticksAfter(feed, Duration.ofSeconds(1));
    assertThat(times("Status")).isEqualTo(2);
  }

  private EventFeed connected() {
    LinkSettings settings = settings();
    PendingActions actions = new PendingActions(wire, settings);
    EventFeed feed = new EventFeed(settings, inbox, actions, () -> {}, flood);
    feed.take(BOOTED);
    feed.take(wire.answer("DeviceStateList", "Event: DeviceStateListComplete", "ListItems: 0"));
    feed.take(wire.answer("Status", "Event: StatusComplete", "ListItems: 0"));
    assertThat(heard.lines()).containsExactly("connected");
    return feed;
  }

  private void ticksAfter(EventFeed feed, Duration time) {
    engine.advance(time);
    feed.tick();
  }

  private int times(String action) {
    return Collections.frequency(wire.actions(), action);
  }
}
