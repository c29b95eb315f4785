package io.ringwright.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Asks code of the host, and waits for the answer no longer than it may: each question is asked on
 * another thread, and given up when its time is over. Who took too long is not asked again for a
 * while, see {@link Breaker}.
 *
 * <p>Questions that belong together are asked on one thread, one after the other, so that many cost
 * one change of thread.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class TimeLimit {

  /** No limit for all questions together, only for each by itself. */
  public static final long EACH = Long.MAX_VALUE;

  private final long limit;
  private final Executor threads;
  private final LongSupplier nanos;
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();
  private final LongAdder threw = new LongAdder();
  private final LongAdder late = new LongAdder();
  private final LongAdder notAsked = new LongAdder();

  /**
   * A limit.
   *
   * @param limit for one question; zero for none, then each is asked on the thread that wants to
   *     know
   * @param threads where questions are asked
   * @param nanos counts nanoseconds, and never goes back
   */
  public TimeLimit(Duration limit, Executor threads, LongSupplier nanos) {
    this.limit = limit.toNanos();
    this.threads = threads;
    this.nanos = nanos;
  }

  /**
   * The limit of one question.
   *
   * @return in nanoseconds; zero for none
   */
  public long nanos() {
    return limit;
  }

  /**
   * Asks.
   *
   * @param questions in order
   * @param total for how many nanoseconds at the most for all of them, or {@link #EACH}
   * @return a reply to each, in the same order
   */
  public <A> List<Reply<A>> ask(List<Asked<A>> questions, long total) {
    List<Reply<A>> replies =
        limit == 0
            ? questions.stream().map(TimeLimit::reply).toList()
            : askElsewhere(questions, total);
    replies.forEach(this::count);
    return replies;
  }

  private <A> List<Reply<A>> askElsewhere(List<Asked<A>> questions, long total) {
    List<Reply<A>> replies = new ArrayList<>();
    long left = total;
    while (replies.size() < questions.size()) {
      if (left <= 0 || !mayAsk(questions.get(replies.size()))) {
        replies.add(new Reply.NotAsked<>());
      } else {
        left -= askSome(questions, left, replies);
      }
    }
    return replies;
  }

  /** Asks those to which there is no reply yet, up to one that takes too long. */
  private <A> long askSome(List<Asked<A>> questions, long left, List<Reply<A>> replies) {
    Round<A> round =
        new Round<>(questions.subList(replies.size(), questions.size()), this::breaker, nanos);
    try {
      threads.execute(round);
    } catch (RuntimeException | Error noThread) {
      replies.add(new Reply.NotAsked<>());
      return left;
    }
    long waited = round.await(limit, left);
    replies.addAll(round.replies());
    if (replies.size() == questions.size()) {
      return waited;
    }
    String name = questions.get(replies.size()).name();
    if (!round.isBegun()) {
      replies.add(new Reply.NotAsked<>()); // The machine is busy: that is nobody's fault.
      return left;
    }
    replies.add(new Reply.Failed<>(tooLate(round.giveUp(name), waited)));
    return waited;
  }

  private RuntimeException tooLate(String slowest, long waited) {
    late.increment();
    long pause = breaker(slowest).trip(nanos.getAsLong());
    return new IllegalStateException(
        slowest
            + " did not answer within "
            + Duration.ofNanos(waited).toMillis()
            + " ms; it is not asked for "
            + Duration.ofNanos(pause).toSeconds()
            + " s\nAnswer from memory: what a database or another machine knows, fetch ahead of"
            + " the calls.");
  }

  private boolean mayAsk(Asked<?> question) {
    return breaker(question.name()).mayBegin(nanos.getAsLong());
  }

  private Breaker breaker(String name) {
    return breakers.computeIfAbsent(name, any -> new Breaker());
  }

  static <A> Reply<A> reply(Asked<A> asked) {
    try {
      return new Reply.Said<>(asked.question().get());
    } catch (RuntimeException thrown) {
      return new Reply.Failed<>(thrown);
    } catch (Throwable thrown) { // Whatever the host's code does, the call goes on.
      return new Reply.Failed<>(new IllegalStateException(thrown));
    }
  }

  private void count(Reply<?> reply) {
    if (reply instanceof Reply.NotAsked) {
      notAsked.increment();
    } else if (reply instanceof Reply.Failed) {
      threw.increment();
    }
  }

  /**
   * How many questions were answered by an exception or error, or by nothing that could be used.
   *
   * @return zero or more
   */
  public long threw() {
    return threw.sum() - late.sum();
  }

  /**
   * How many questions were given up because they took too long.
   *
   * @return zero or more
   */
  public long late() {
    return late.sum();
  }

  /**
   * How many questions were not asked.
   *
   * @return zero or more
   */
  public long notAsked() {
    return notAsked.sum();
  }
}
