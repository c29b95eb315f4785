package io.ringwright.agi;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.asteriskjava.util.SocketConnectionFacade;

/** A peer whose lines asterisk-java reads as they come: nobody has looked at them before. */
final class UncheckedPeer implements SocketConnectionFacade {

  private final Iterator<String> lines;

  UncheckedPeer(byte[] head) {
    this.lines = new String(head, StandardCharsets.ISO_8859_1).lines().iterator();
  }

  @Override
  public String readLine() throws IOException {
    if (!lines.hasNext()) {
      throw new EOFException("the peer has said all");
    }
    return lines.next();
  }

  @Override
  public void write(String text) {}

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public InetAddress getLocalAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public int getLocalPort() {
    return 4573;
  }

  @Override
  public InetAddress getRemoteAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public int getRemotePort() {
    return 50_000;
  }
}
