package io.ringwright.it;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A wire between an application and the manager interface of a switch, into which a test puts
 * events that the switch never sent: whole ones, between two others.
 */
final class FloodingWire implements AutoCloseable {

  private final ServerSocket door;
  private final int switchPort;
  private final CopyOnWriteArrayList<Link> links = new CopyOnWriteArrayList<>();

  private record Link(Socket application, Socket pbx) {
    void close() {
      for (Socket each : new Socket[] {application, pbx}) {
        try {
          each.close();
        } catch (IOException gone) {
          // It is closed, as was wanted.
        }
      }
    }
  }

  private FloodingWire(int switchPort) throws IOException {
    this.switchPort = switchPort;
    this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
  }

  static FloodingWire to(int switchPort) throws IOException {
    FloodingWire wire = new FloodingWire(switchPort);
    wire.start(wire::admit);
    return wire;
  }

  int port() {
    return door.getLocalPort();
  }

  /** Sends events, as fast as the application takes them. */
  void flood(String events) throws IOException {
    byte[] bytes = events.getBytes(StandardCharsets.US_ASCII);
    for (Link link : links) {
      OutputStream out = link.application().getOutputStream();
      synchronized (link) {
        out.write(bytes);
      }
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private void start(Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException over) {
                links.forEach(Link::close);
              }
            },
            "flooding-wire");
    thread.setDaemon(true);
    thread.start();
  }

  private void admit() throws IOException {
    while (!door.isClosed()) {
      Socket application = door.accept();
      Link link = new Link(application, new Socket(InetAddress.getLoopbackAddress(), switchPort));
      start(() -> application.getInputStream().transferTo(link.pbx().getOutputStream()));
      start(() -> copyWholeMessages(link));
    }
  }

  /** The greeting is one line; from then on messages end with a blank one. */
  private void copyWholeMessages(Link link) throws IOException {
    InputStream in = new BufferedInputStream(link.pbx().getInputStream());
    OutputStream out = link.application().getOutputStream();
    StringBuilder message = new StringBuilder();
    boolean greeted = false;
    for (int next = in.read(); next >= 0; next = in.read()) {
      message.append((char) next);
      int length = message.length();
      boolean whole = length >= 4 && message.substring(length - 4).equals("\r\n\r\n");
      if (whole || (!greeted && next == '\n')) {
        synchronized (link) {
          out.write(message.toString().getBytes(StandardCharsets.ISO_8859_1));
        }
        message.setLength(0);
        if (!greeted) {
          greeted = true;
          links.add(link);
        }
      }
    }
    link.close();
  }

  @Override
  public void close() throws IOException {
    door.close();
    links.forEach(Link::close);
  }
}
