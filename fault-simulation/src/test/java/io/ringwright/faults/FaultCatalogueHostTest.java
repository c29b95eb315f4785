package io.ringwright.faults;

import static io.ringwright.faults.FaultCase.holdsAndBites;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.agi.FastAgiServer;
import io.ringwright.agi.FastAgiServerBuilder;
import io.ringwright.memory.InMemoryDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Faults 20 and 26 of the catalogue: peers that say nothing, and a process that gets no more
 * threads. They are about sockets and threads, which virtual time does not have: they run on real
 * ones, and the same without the protection is asterisk-java's own server.
 */
@Timeout(value = 10, unit = TimeUnit.MINUTES) // On a busy machine.
class FaultCatalogueHostTest {

  private static final int SILENT_PEERS = 60;
  private static final int THREADS = 8;
  private static final int MOST_ASKED = 6;
  private static final Duration LONGEST_ANSWER = Duration.ofMillis(1_500);

  private static final String HEAD =
      "agi_network_script: route\nagi_channel: PJSIP/trunk-1\nagi_uniqueid: lab-1.1\n"
          + "agi_callerid: 030\nagi_calleridname: Ada\nagi_arg_1: 1\nagi_arg_2: 700\n\n";

  @Test
  void fault_20_peers_are_silent() {
    holdsAndBites(
        on -> {
          try (Server server = on ? guarded(THREADS) : bare(THREADS)) {
            List<Socket> silent = new ArrayList<>();
            for (int peer = 0; peer < SILENT_PEERS; peer++) {
              silent.add(saysNothing(server.port()));
            }
            boolean answered = isAnswered(server.port());
            silent.forEach(FaultCatalogueHostTest::close);
            return answered;
          }
        });
  }

  @Test
  void fault_26_no_more_threads_can_be_made() {
    holdsAndBites(
        on -> {
          AtomicInteger refusals = new AtomicInteger();
          try (Server server = on ? shortOfThreads(refusals) : bareShortOfThreads(refusals)) {
            // Whoever is answered stays, and holds a thread: soon another one is needed.
            List<Socket> busy = new ArrayList<>();
            refusals.set(2);
            for (int peer = 0; peer < MOST_ASKED && refusals.get() > 0; peer++) {
              busy.add(asks(server.port()));
            }
            boolean answered = refusals.get() == 0 && isAnswered(server.port());
            busy.forEach(FaultCatalogueHostTest::close);
            return answered;
          }
        });
  }

  private static Socket saysNothing(int port) {
    try {
      return new Socket(InetAddress.getLoopbackAddress(), port);
    } catch (IOException refused) {
      throw new IllegalStateException(refused);
    }
  }

  private static Socket asks(int port) {
    try {
      Socket socket = saysNothing(port);
      socket.setSoTimeout((int) LONGEST_ANSWER.toMillis());
      socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
      int unused = socket.getInputStream().read();
      return socket;
    } catch (IOException refused) {
      return new Socket();
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is closed, as was wanted.
    }
  }

  /** A server on a port of loopback. */
  private interface Server extends AutoCloseable {
    int port();

    @Override
    void close();
  }

  private record Guarded(FastAgiServer server) implements Server {
    @Override
    public int port() {
      return server.port();
    }

    @Override
    public void close() {
      server.close();
    }
  }

  private static FastAgiServerBuilder builder() {
    CallRouter router = CallRouter.builder(new InMemoryDirectory(FaultCase.ONE_DESK)).build();
    return FastAgiServer.builder(router, EngineRun.PBX).port(0);
  }

  private static Server guarded(int threads) {
    return started(builder().threads(1, threads));
  }

  private static Server shortOfThreads(AtomicInteger refusals) {
    return started(
        builder()
            .threads(1, THREADS)
            .threadFactory(
                work ->
                    refusals.getAndUpdate(FaultCatalogueHostTest::less) > 0
                        ? none()
                        : new Thread(work)));
  }

  private static int less(int left) {
    return Math.max(0, left - 1);
  }

  private static Thread none() {
    throw new OutOfMemoryError("unable to create native thread");
  }

  private static Server started(FastAgiServerBuilder builder) {
    try {
      return new Guarded(builder.start());
    } catch (IOException taken) {
      throw new IllegalStateException(taken);
    }
  }

  private static Server bare(int threads) {
    return new Bare(threads, new AtomicInteger());
  }

  private static Server bareShortOfThreads(AtomicInteger refusals) {
    return new Bare(THREADS, refusals);
  }

  /** The server of asterisk-java as it is, with a script that answers at once. */
  private static final class Bare extends DefaultAgiServer implements Server {
    private final AtomicInteger refusals;
    private final int port;

    Bare(int threads, AtomicInteger refusals) {
      super("none", (request, channel) -> answering());
      this.refusals = refusals;
      this.port = FreePort.any();
      setPort(port);
      setPoolSize(threads);
      setMaximumPoolSize(threads);
      Thread thread = new Thread(this::serve, "bare-agi");
      thread.setDaemon(true);
      thread.start();
      FreePort.awaitOpen(port);
    }

    private static AgiScript answering() {
      return (request, channel) -> channel.setVariable("RW_DECISION", "wait");
    }

    private void serve() {
      try {
        startup();
      } catch (IOException | OutOfMemoryError ended) {
        // It does not accept any more.
      }
    }

    @Override
    protected void execute(Runnable session) {
      if (refusals.getAndUpdate(FaultCatalogueHostTest::less) > 0) {
        throw new OutOfMemoryError("unable to create native thread");
      }
      super.execute(session);
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public void close() {
      shutdown();
    }
  }

  /** Whether a question has an answer within a second and a half. */
  private static boolean isAnswered(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout((int) LONGEST_ANSWER.toMillis());
      socket.getOutputStream().write(HEAD.getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      byte[] answer = new byte[4096];
      int length = in.read(answer);
      String said = length < 0 ? "" : new String(answer, 0, length, StandardCharsets.UTF_8);
      assertThat(said.length()).isLessThan(4096);
      return said.contains("RW_");
    } catch (SocketTimeoutException silence) {
      return false;
    } catch (IOException refused) {
      return false;
    }
  }
}
