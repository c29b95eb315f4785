package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Token;
import io.ringwright.engine.RandomCaller.Where;
import io.ringwright.port.Telephony;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The switch of a random house, as the engine asks it: it carries out most moves, some late and
 * some never, and checks that nobody who rings or talks is moved.
 */
final class RandomSwitch implements Telephony {

  /** Moves that are under way. */
  final List<Delivery> moves = new ArrayList<>();

  boolean linked;
  private final Map<CallId, RandomCaller> callers;
  private final Random random;
  private boolean faults;
  private final List<Runnable> late = new ArrayList<>();

  /** Of deliveries: what was promised with a link holds without one. */
  private final Set<Token> moved = new HashSet<>();

  /** A switch that these callers are on; with no faults every move is carried out. */
  RandomSwitch(Map<CallId, RandomCaller> callers, Random random, boolean faults) {
    this.callers = callers;
    this.random = random;
    this.faults = faults;
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  /** Whether something goes wrong that happens so often, in percent. */
  boolean fails(int percent) {
    return faults && chance(percent);
  }

  /** No more faults. */
  void calm() {
    faults = false;
  }

  /** Whether an attempt was a delivery. */
  boolean wasMoved(Token token) {
    return moved.contains(token);
  }

  /** One of the moves that are under way, which is not any more; empty if there is none. */
  Optional<Delivery> takeMove() {
    return moves.isEmpty()
        ? Optional.empty()
        : Optional.of(moves.remove(random.nextInt(moves.size())));
  }

  /** Answers that were under way arrive. */
  void speak() {
    List<Runnable> said = List.copyOf(late);
    late.clear();
    said.forEach(Runnable::run);
  }

  /** Answers that are under way never arrive. */
  void forget() {
    late.clear();
  }

  @Override
  public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
    RandomCaller caller = callers.get(delivery.call());
    if (!linked) {
      return CompletableFuture.completedFuture(DeliveryReport.NOT_SENT);
    }
    if (caller == null || caller.where == Where.GONE) {
      return CompletableFuture.completedFuture(DeliveryReport.CALLER_GONE);
    }
    assertThat(caller.where)
        .as("moved: %s, which %s", delivery, caller.where)
        .isIn(Where.WAITING, Where.ASKING);
    moved.add(delivery.token());
    if (!faults || chance(90)) {
      moves.add(delivery);
    }
    boolean unknown = faults && chance(5);
    return CompletableFuture.completedFuture(
        unknown ? DeliveryReport.UNKNOWN : DeliveryReport.SENT);
  }

  @Override
  public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
    CompletableFuture<Whereabouts> answer = new CompletableFuture<>();
    Whereabouts truth = linked ? seen(callers.get(call)) : Whereabouts.UNKNOWN;
    if (faults && chance(50)) {
      late.add(() -> answer.complete(truth));
    } else {
      answer.complete(truth);
    }
    return answer;
  }

  /** Where the switch sees a caller. */
  static Whereabouts seen(@Nullable RandomCaller caller) {
    if (caller == null) {
      return Whereabouts.GONE;
    }
    return switch (caller.where) {
      case ASKING, RINGING -> Whereabouts.RINGING;
      case WAITING -> Whereabouts.WAITING;
      case TALKING -> Whereabouts.TALKING;
      case FALLBACK -> Whereabouts.FELL_BACK;
      case GONE -> Whereabouts.GONE;
    };
  }
}
