package io.ringwright.it;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Ports on loopback that nobody uses at the moment. */
final class FreePorts {

  private static final Path BOUND_UDP = Path.of("/proc/net/udp");

  private FreePorts() {}

  static int tcp() throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(loopback());
      return socket.getLocalPort();
    }
  }

  static int udp() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(loopback())) {
      return socket.getLocalPort();
    }
  }

  /** Whether a program listens on a UDP port, without disturbing it. */
  static boolean isBoundUdp(int port) throws IOException {
    String entry = String.format(Locale.ROOT, ":%04X 00000000:0000 ", port);
    return Files.readAllLines(BOUND_UDP).stream().anyMatch(line -> line.contains(entry));
  }

  static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }
}
