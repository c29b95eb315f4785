package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The actions of one session that Asterisk has not answered yet. Each gets exactly one {@link
 * Reply}: Asterisk's, or none after its time limit or at the end of the link.
 *
 * <p>Thread safety: {@code ask} may be used by many threads; the rest belongs to the thread of the
 * connection, which is also the one that completes what is asked.
 */
final class PendingActions {

  /**
   * Far more than an engine has under way; a link that answers nothing must not fill the memory.
   */
  static final int MOST = 1000;

  /** Lists take longer than single answers. */
  private static final int LIST_FACTOR = 5;

  private final Wire wire;
  private final InstantSource clock;
  private final Duration limit;
  private final String prefix;

  @GuardedBy("this")
  private final Map<String, Question> open = new HashMap<>();

  @GuardedBy("this")
  private long asked;

  /** Before this no action is over. */
  @GuardedBy("this")
  private Instant nextExpiry = Instant.MAX;

  @GuardedBy("this")
  private boolean ended;

  /** Where an action goes. */
  interface Wire {
    void send(byte[] bytes) throws IOException;
  }

  /**
   * What became of an action.
   *
   * <p>Thread safety: immutable.
   *
   * @param fate how far it got
   * @param response what Asterisk said to it; {@link AmiMessage#NONE} unless it answered
   * @param items the items of the list, if it asked for one and the list is complete
   */
  record Reply(Fate fate, AmiMessage response, List<AmiMessage> items) {

    /** How far an action got. */
    enum Fate {
      /** Asterisk answered, with yes or with no; a list came as a whole. */
      ANSWERED,
      /** It never left: it certainly does not happen. */
      NOT_SENT,
      /** It left, or part of it; no whole answer came. It may or may not happen. */
      NO_REPLY
    }

    Reply {
      items = List.copyOf(items);
    }

    /** The answer to what need not be asked. */
    static Reply nothing() {
      return new Reply(Fate.ANSWERED, AmiMessage.NONE, List.of());
    }

    static Reply notSent() {
      return new Reply(Fate.NOT_SENT, AmiMessage.NONE, List.of());
    }

    static Reply noReply() {
      return new Reply(Fate.NO_REPLY, AmiMessage.NONE, List.of());
    }

    /** Whether Asterisk answered, and did not say no. */
    boolean isYes() {
      return fate == Fate.ANSWERED && !response.isError();
    }
  }

  private record Question(
      Answer shape,
      String lastEvent,
      Instant until,
      List<AmiMessage> got,
      CompletableFuture<Reply> reply) {}

  /** What makes an answer whole. */
  private enum Answer {
    /** The response. */
    RESPONSE,
    /** Every item, and the event that counts them. */
    LIST,
    /** An event that comes when the action is over; the response only says that it has begun. */
    OUTCOME
  }

  /**
   * No actions yet.
   *
   * @param wire where they go
   * @param settings for the time limit
   */
  PendingActions(Wire wire, LinkSettings settings) {
    this.wire = wire;
    this.clock = settings.world().clock();
    this.limit = settings.rhythm().replyLimit();
    // Action ids that nobody can guess, so that no text from outside passes for an answer.
    this.prefix = Long.toHexString(settings.world().chance().nextLong()) + "-";
  }

  /** Sends an action that has one response. */
  CompletableFuture<Reply> ask(AmiAction action) {
    return ask(action, Answer.RESPONSE, "", limit);
  }

  /** Sends an action whose answer is a list; it counts only if it is complete. */
  CompletableFuture<Reply> askForList(AmiAction action, String lastEvent) {
    return ask(action, Answer.LIST, lastEvent, limit.multipliedBy(LIST_FACTOR));
  }

  /** Sends an action that takes its time; an event tells how it ended. */
  CompletableFuture<Reply> askForOutcome(AmiAction action, String lastEvent, Duration time) {
    return ask(action, Answer.OUTCOME, lastEvent, time.plus(limit.multipliedBy(LIST_FACTOR)));
  }

  private CompletableFuture<Reply> ask(
      AmiAction action, Answer shape, String lastEvent, Duration within) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    Instant until = clock.instant().plus(within);
    String id = keep(new Question(shape, lastEvent, until, new ArrayList<>(), reply));
    if (id.isEmpty()) {
      return CompletableFuture.completedFuture(Reply.notSent());
    }
    try {
      wire.send(action.bytes(id));
    } catch (IOException broken) {
      remove(id);
      reply.complete(Reply.noReply());
    }
    return reply;
  }

  private synchronized String keep(Question question) {
    if (ended || open.size() >= MOST) {
      return "";
    }
    String id = prefix + ++asked;
    open.put(id, question);
    nextExpiry = earlier(nextExpiry, question.until());
    return id;
  }

  /**
   * Takes a message that carries an action id. One that belongs to no pending action is dropped.
   */
  void received(AmiMessage message) {
    Question question = find(message.actionId());
    if (question == null) {
      return;
    }
    boolean isLast = message.event().equals(question.lastEvent());
    if (isLast || message.isError()) {
      boolean counted = isLast && question.shape() == Answer.LIST;
      remove(message.actionId());
      question.reply().complete(counted ? whole(question, message) : one(message));
    } else if (message.isEvent()) {
      question.got().add(message);
    }
  }

  private static Reply one(AmiMessage response) {
    return new Reply(Reply.Fate.ANSWERED, response, List.of());
  }

  private static Reply whole(Question question, AmiMessage last) {
    boolean complete = last.header("listitems").equals(Integer.toString(question.got().size()));
    return complete ? new Reply(Reply.Fate.ANSWERED, last, question.got()) : Reply.noReply();
  }

  private synchronized @Nullable Question find(String id) {
    return open.get(id);
  }

  private synchronized void remove(String id) {
    open.remove(id);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /** Gives up the actions whose time is over. Looks at none before the first can be. */
  void expire() {
    overAt(clock.instant()).forEach(question -> question.reply().complete(Reply.noReply()));
  }

  private synchronized List<Question> overAt(Instant now) {
    if (now.isBefore(nextExpiry)) {
      return List.of();
    }
    List<Question> over = new ArrayList<>();
    nextExpiry = Instant.MAX;
    Iterator<Question> each = open.values().iterator();
    while (each.hasNext()) {
      Question question = each.next();
      if (now.isBefore(question.until())) {
        nextExpiry = earlier(nextExpiry, question.until());
      } else {
        over.add(question);
        each.remove();
      }
    }
    return over;
  }

  /** The link is gone: no answer will come, and nothing more is sent. */
  void end() {
    List<Question> over;
    synchronized (this) {
      ended = true;
      over = List.copyOf(open.values());
      open.clear();
    }
    over.forEach(question -> question.reply().complete(Reply.noReply()));
  }
}
