package io.ringwright.agi;

import io.ringwright.CallEvents;
import io.ringwright.agi.AgiConnection.Limits;
import io.ringwright.call.PbxId;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.asteriskjava.fastagi.MappingStrategy;
import org.asteriskjava.fastagi.internal.DefaultAgiChannelFactory;
import org.asteriskjava.fastagi.internal.FastAgiConnectionHandler;

/**
 * The FastAGI server in virtual time. Heads, questions, deadlines and answers are the adapter's
 * own, and asterisk-java's. What is left out is what needs sockets and threads: accepting, slow
 * heads, sessions that wait for a thread, and draining.
 */
public final class SteppedDesk {

  private static final Duration DEADLINE = Duration.ofMillis(300);
  private static final Duration HEAD = Duration.ofSeconds(2);
  private static final Duration REPLY = Duration.ofSeconds(30);

  private final SessionDesk desk;
  private final SessionCounters counters = new SessionCounters();
  private final Limits limits;

  /**
   * A server.
   *
   * @param engine whom it asks
   * @param pbx whose calls these are
   * @param linked whether AMI reports hang-ups
   * @param clockwork ticks for the deadline
   * @param nanoseconds counts nanoseconds
   */
  public SteppedDesk(
      CallEvents engine,
      PbxId pbx,
      BooleanSupplier linked,
      ScheduledExecutorService clockwork,
      LongSupplier nanoseconds) {
    ServerPlan plan =
        new ServerPlan(
            CallSettings.standard(engine, pbx).with(linked),
            Map.of(),
            peer -> true,
            Optional.empty(),
            1,
            1,
            Optional.empty(),
            nanoseconds,
            new ServerPlan.Times(DEADLINE, HEAD, REPLY));
    this.desk = new SessionDesk(plan, counters, new Watchdog(clockwork, DEADLINE));
    this.limits = new Limits(new Watchdog(clockwork, HEAD), REPLY);
  }

  /**
   * Serves one session.
   *
   * @param head all that Asterisk says
   * @param answered is told what Asterisk reads, once
   */
  public void serve(byte[] head, Consumer<byte[]> answered) {
    HeardSocket socket = new HeardSocket(head, answered);
    try {
      InputStream in = socket.getInputStream();
      AgiConnection connection =
          new AgiConnection(new ArrivingSessions.Arrived(socket, in), limits, closed -> {});
      MappingStrategy mapping =
          (request, channel) -> (same, unused) -> desk.serve(connection, request, channel);
      new FastAgiConnectionHandler(mapping, connection, new DefaultAgiChannelFactory()).run();
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
  }

  /**
   * What became of the sessions.
   *
   * @return counts since the start
   */
  public AgiCounts counts() {
    return counters.counts();
  }
}
