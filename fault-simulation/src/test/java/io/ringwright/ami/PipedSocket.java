package io.ringwright.ami;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * A socket without a network: bytes that are fed can be read, and what is written goes to a
 * consumer. Reading never waits: whoever reads asks before whether a whole message is there.
 */
final class PipedSocket extends Socket {

  private static final byte[] END_OF_LINE = {'\r', '\n'};
  private static final byte[] END_OF_MESSAGE = {'\r', '\n', '\r', '\n'};

  private final Consumer<byte[]> writes;
  private final Runnable whenClosed;
  private byte[] fed = new byte[0];
  private int position;
  private int readable;
  private boolean ended;
  private boolean closed;

  PipedSocket(Consumer<byte[]> writes, Runnable whenClosed) {
    this.writes = writes;
    this.whenClosed = whenClosed;
  }

  void feed(byte[] bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(fed, position, fed.length - position);
    all.writeBytes(bytes);
    fed = all.toByteArray();
    position = 0;
  }

  /** Nothing more comes. */
  void end() {
    ended = true;
    readable = fed.length;
  }

  /** Whether a line is there; it can be read then. */
  boolean hasLine() {
    return has(END_OF_LINE);
  }

  /** Whether a whole message is there; it can be read then. */
  boolean hasMessage() {
    return has(END_OF_MESSAGE);
  }

  private boolean has(byte[] end) {
    int at = indexOf(end);
    readable = at < 0 ? position : at + end.length;
    return at >= 0;
  }

  /** What can be read. */
  String peek() {
    return new String(fed, position, readable - position, StandardCharsets.ISO_8859_1);
  }

  private int indexOf(byte[] what) {
    for (int at = position; at + what.length <= fed.length; at++) {
      if (Arrays.equals(fed, at, at + what.length, what, 0, what.length)) {
        return at;
      }
    }
    return -1;
  }

  @Override
  public InputStream getInputStream() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        if (closed) {
          throw new IOException("Socket closed");
        }
        int count = Math.min(length, readable - position);
        if (count == 0 && !ended) {
          throw new IllegalStateException("nothing to read: expected a whole message");
        }
        System.arraycopy(fed, position, bytes, offset, count);
        position += count;
        return count == 0 ? -1 : count;
      }
    };
  }

  @Override
  public OutputStream getOutputStream() {
    return new OutputStream() {
      @Override
      public void write(int next) throws IOException {
        write(new byte[] {(byte) next}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        if (closed || ended) {
          throw new IOException("Broken pipe");
        }
        writes.accept(Arrays.copyOfRange(bytes, offset, offset + length));
      }
    };
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      whenClosed.run();
    }
  }

  @Override
  public boolean isClosed() {
    return closed;
  }
}
