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
import org.asteriskjava.util.SocketConnectionFacade;

/**
 * The FastAGI server in virtual time. Heads, questions, deadlines and answers are the adapter's
 * own, and asterisk-java's. What is left out is what needs sockets and threads: accepting, slow
 * heads, sessions that wait for a thread, and draining.
 */
public final class SteppedDesk {

  private static final Duration HEAD = Duration.ofSeconds(2);
  private static final Duration REPLY = Duration.ofSeconds(30);

  private final SessionDesk desk;
  private final SessionCounters counters = new SessionCounters();
  private final Limits limits;
  private final LongSupplier nanoseconds;

  /**
   * Whom a server serves.
   *
   * @param engine whom it asks
   * @param pbx whose calls these are
   * @param deadline when an answer leaves at the latest
   */
  public record Served(CallEvents engine, PbxId pbx, Duration deadline) {}

  /**
   * A server.
   *
   * @param served whom it serves
   * @param linked whether AMI reports hang-ups
   * @param clockwork ticks for the deadline
   * @param nanoseconds counts nanoseconds
   */
  public SteppedDesk(
      Served served,
      BooleanSupplier linked,
      ScheduledExecutorService clockwork,
      LongSupplier nanoseconds) {
    ServerPlan plan =
        new ServerPlan(
            CallSettings.standard(served.engine(), served.pbx()).with(linked),
            new ServerPlan.Scripts(Map.of(), Optional.empty()),
            peer -> true,
            Optional.empty(),
            1,
            1,
            Optional.empty(),
            nanoseconds,
            new ServerPlan.Times(served.deadline(), HEAD, REPLY));
    this.desk =
        new SessionDesk(plan, counters, new Deadline(served.deadline(), clockwork, nanoseconds));
    this.nanoseconds = nanoseconds;
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
          new AgiConnection(
              new ArrivingSessions.Arrived(socket, in, nanoseconds.getAsLong()),
              limits,
              closed -> {});
      MappingStrategy mapping =
          (request, channel) -> (same, unused) -> desk.serve(connection, request, channel);
      new FastAgiConnectionHandler(mapping, connection, new DefaultAgiChannelFactory()).run();
    } catch (IOException never) {
      throw new IllegalStateException(never);
    }
  }

  /**
   * What asterisk-java alone makes of a head.
   *
   * @param head all that a peer says
   * @return the unique id that it would believe
   */
  public static String uncheckedIdentity(byte[] head) {
    String[] heard = {""};
    MappingStrategy mapping =
        (request, channel) -> {
          heard[0] = String.valueOf(request.getUniqueId());
          return null;
        };
    SocketConnectionFacade peer = new UncheckedPeer(head);
    new FastAgiConnectionHandler(mapping, peer, new DefaultAgiChannelFactory()).run();
    return heard[0];
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
