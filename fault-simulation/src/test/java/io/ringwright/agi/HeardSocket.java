package io.ringwright.agi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Consumer;

/** A socket on which a peer has said all that it says; what is answered is handed on at its end. */
final class HeardSocket extends Socket {

  private final InputStream head;
  private final ByteArrayOutputStream answer = new ByteArrayOutputStream();
  private final Consumer<byte[]> answered;
  private boolean ended;
  private boolean closed;

  HeardSocket(byte[] head, Consumer<byte[]> answered) {
    this.head = new ByteArrayInputStream(head);
    this.answered = answered;
  }

  @Override
  public InputStream getInputStream() {
    return head;
  }

  @Override
  public OutputStream getOutputStream() {
    return answer;
  }

  @Override
  public InetAddress getInetAddress() {
    return InetAddress.getLoopbackAddress();
  }

  @Override
  public void setSoTimeout(int millis) {}

  @Override
  public void shutdownOutput() throws IOException {
    if (closed) {
      throw new IOException("Socket closed");
    }
    end();
  }

  @Override
  public synchronized void close() {
    closed = true;
    end();
  }

  private void end() {
    if (!ended) {
      ended = true;
      answered.accept(answer.toByteArray());
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
