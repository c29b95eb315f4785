package io.ringwright.engine;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.Token;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.Directory;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * The state behind the lock, and the events that change it: (state, event) to (state, effects). The
 * same events at the same instants lead to the same state and the same answers.
 */
public final class Engine {

  private final EngineState room;
  private final CallHandler life;
  private final HostHandler changes;
  private final SwitchHandler watch;

  public Engine(Directory directory, RouterEvent.Started from, boolean explains) {
    this(
        directory,
        new EngineState.Setting(tokens(from), from.seed(), explains, IndexedDispatcher::new));
  }

  public Engine(Directory directory, EngineState.Setting setting) {
    room = new EngineState(directory, setting);
    life = new CallHandler(room);
    changes = new HostHandler(room, life);
    watch = new SwitchHandler(room, life);
  }

  public static Supplier<Token> tokens(RouterEvent.Started from) {
    AtomicLong last = new AtomicLong(from.firstToken());
    return () -> new Token(last.incrementAndGet());
  }

  public EngineState room() {
    return room;
  }

  public CallHandler life() {
    return life;
  }

  public HostHandler changes() {
    return changes;
  }

  /** What happens at an instant, and what is answered to it if somebody waits for an answer. */
  public Optional<RoutingAnswer> happens(Instant at, RouterEvent event) {
    room.begin(at);
    Optional<RoutingAnswer> answer = asked(event);
    if (answer.isEmpty()) {
      told(event);
    }
    room.turns().dispatch();
    return answer;
  }

  /** The events to which a caller's channel waits for an answer. */
  private Optional<RoutingAnswer> asked(RouterEvent event) {
    if (event instanceof RouterEvent.Arrived arrived) {
      return Optional.of(life.arrived(arrived.call()));
    }
    if (event instanceof RouterEvent.RingEnded ended) {
      return Optional.of(life.ringEnded(ended.call(), ended.token(), ended.outcome()));
    }
    if (event instanceof RouterEvent.Landed landed) {
      return Optional.of(life.landed(landed.call(), landed.token(), landed.won()));
    }
    if (event instanceof RouterEvent.CallerAlive beat) {
      return Optional.of(life.beat(beat.call()));
    }
    if (event instanceof RouterEvent.KeyPressed pressed) {
      return Optional.of(changes.keyPressed(pressed.call(), pressed.key()));
    }
    return Optional.empty();
  }

  private void told(RouterEvent event) {
    if (event instanceof RouterEvent.Answered answered) {
      life.answered(answered.call(), answered.device());
    } else if (event instanceof RouterEvent.Ended ended) {
      life.ended(ended.call());
    } else if (event instanceof RouterEvent.DeviceReported reported) {
      watch.deviceReported(reported.pbx(), reported.report());
    } else if (event instanceof RouterEvent.TimePassed) {
      watch.timePassed();
    } else if (event instanceof RouterEvent.PbxConnected connected) {
      watch.connected(connected.snapshot());
    } else if (event instanceof RouterEvent.PbxDisconnected disconnected) {
      watch.disconnected(disconnected.pbx());
    } else if (event instanceof RouterEvent.DirectoryChanged) {
      room.timetable().watchTheHours();
    } else {
      arranged(event);
    }
  }

  /** What the host arranges, and what the outside answered to the engine's own effects. */
  private void arranged(RouterEvent event) {
    if (event instanceof RouterEvent.DeliveryAnswered answered) {
      watch.deliveryReported(answered.call(), answered.token(), answered.report());
    } else if (event instanceof RouterEvent.CallerSeen seen) {
      watch.seenAt(seen);
    } else if (event instanceof RouterEvent.ClaimLost lost) {
      watch.claimLost(lost.call(), lost.token());
    } else if (event instanceof RouterEvent.RestoreRefused refused) {
      watch.refused(refused.call());
    } else if (event instanceof RouterEvent.Recalled recalled) {
      life.recall(recalled.call());
    } else if (event instanceof RouterEvent.Withdrawn withdrawn) {
      changes.withdrawn(withdrawn.call());
    } else if (event instanceof RouterEvent.PriorityChanged changed) {
      changes.priorityChanged(changed.call(), changed.priority());
    } else if (event instanceof RouterEvent.CallBackArranged arranged) {
      changes.callBack(arranged.call(), arranged.number());
    } else if (event instanceof RouterEvent.AttendanceChanged changed) {
      changes.attends(changed.extension(), changed.attendance());
    }
  }
}
