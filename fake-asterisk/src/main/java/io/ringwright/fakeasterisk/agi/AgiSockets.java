package io.ringwright.fakeasterisk.agi;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * FastAGI servers on sockets, each connection with a thread of its own.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class AgiSockets implements AgiNetwork {

  private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong number = new AtomicLong();

  @Override
  public Line connect(String host, int port, Script script) {
    Connection connection = new Connection(script);
    connections.add(connection);
    Thread thread =
        new Thread(
            () -> {
              connection.serve(host, port);
              connections.remove(connection);
            },
            "ringwright-fake-agi-" + number.incrementAndGet());
    thread.setDaemon(true);
    thread.start();
    return connection;
  }

  @Override
  public void close() {
    connections.forEach(Connection::cut);
  }

  private static final class Connection implements Line {
    private final AgiLink link = new AgiLink();
    private final Semaphore commandDone = new Semaphore(0);
    private final Script script;

    Connection(Script script) {
      this.script = script;
    }

    /** Connects and reads commands until the other side closes. */
    void serve(String host, int port) {
      try (link) {
        InputStream in = link.connect(host, port);
        script.connected();
        Optional<String> line = AgiLink.readLine(in);
        while (line.isPresent()) {
          script.said(line.get(), commandDone::release);
          commandDone.acquire();
          line = AgiLink.readLine(in);
        }
      } catch (IOException closed) {
        // Not connected, or cut: what counts is whether the session had begun.
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      script.over();
    }

    void cut() {
      link.close();
      commandDone.release();
    }

    @Override
    public void write(String text) {
      link.write(text);
    }

    @Override
    public void close() {
      link.close();
    }
  }
}
