package io.ringwright.it;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports on loopback that nobody uses at the moment, below those that the system gives to clients: a
 * port that is closed for a while and opened again is not taken meanwhile.
 */
public final class FreePorts {

  private static final Path BOUND_UDP = Path.of("/proc/net/udp");
  private static final int LOWEST = 20_000;
  private static final int HIGHEST = 32_000;
  private static final int TRIES = 1_000;

  private FreePorts() {}

  /** Says by failing that a port is taken. */
  private interface Attempt {
    void bind(InetSocketAddress address) throws IOException;
  }

  /**
   * A TCP port.
   *
   * @return one that nobody listened at a moment ago
   * @throws IOException if there is none
   */
  public static int tcp() throws IOException {
    return free(
        address -> {
          try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address);
          }
        });
  }

  static int udp() throws IOException {
    return free(address -> new DatagramSocket(address).close());
  }

  /** Whether a program listens on a UDP port, without disturbing it. */
  static boolean isBoundUdp(int port) throws IOException {
    String entry = String.format(Locale.ROOT, ":%04X 00000000:0000 ", port);
    return Files.readAllLines(BOUND_UDP).stream().anyMatch(line -> line.contains(entry));
  }

  /** Any port, for a socket that stays bound from the start. */
  static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  private static int free(Attempt attempt) throws IOException {
    for (int tries = 0; tries < TRIES; tries++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      try {
        attempt.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return port;
      } catch (IOException taken) {
        // The next number may be free.
      }
    }
    throw new IOException("no free port between " + LOWEST + " and " + HIGHEST);
  }
}
