package io.ringwright.fakeasterisk.ami;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * One client's socket: a thread that reads lines, a thread that writes what it is given.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class AmiConnection implements AmiPeer {

  /** Stands for the end in the queue of what is to be written. */
  private static final byte[] END = new byte[0];

  private final Socket socket;
  private final AmiFaults faults;
  private final LineAssembly assembly = new LineAssembly();
  private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private volatile boolean muted;

  AmiConnection(Socket socket, AmiFaults faults) {
    this.socket = socket;
    this.faults = faults;
  }

  /** Starts both threads; the reader hands each line on, and null to nobody: the end is an end. */
  void start(Consumer<Line> lines, Runnable whenClosed) {
    start("ami-writer", this::write);
    start(
        "ami-reader",
        () -> {
          read(lines);
          closeNow();
          whenClosed.run();
        });
  }

  /** A line, and whether a line since the one before was too long. */
  record Line(String text, boolean spoilt) {}

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, "ringwright-fake-" + name);
    thread.setDaemon(true);
    thread.start();
  }

  private void read(Consumer<Line> lines) {
    byte[] bytes = new byte[4096];
    try {
      InputStream in = socket.getInputStream();
      for (int count = in.read(bytes); count >= 0; count = in.read(bytes)) {
        if (!faults.isSilent()) {
          for (String line : assembly.take(bytes, count)) {
            lines.accept(new Line(line, assembly.wasSpoilt()));
          }
        }
      }
    } catch (IOException closed) {
      // The end of a connection is an end, however it came.
    }
  }

  private void write() {
    try {
      OutputStream out = socket.getOutputStream();
      for (byte[] bytes = outgoing.take(); bytes != END; bytes = outgoing.take()) {
        writePieces(out, bytes);
      }
    } catch (IOException | UncheckedIOException closed) {
      // The reader notices as well and says so.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    closeNow();
  }

  private void writePieces(OutputStream out, byte[] bytes) throws IOException {
    for (int at = 0; at < bytes.length; ) {
      int length = Math.min(faults.pieceSize(), bytes.length - at);
      out.write(bytes, at, length);
      out.flush();
      at += length;
    }
  }

  @Override
  public void send(String text) {
    if (!muted && !faults.isSilent()) {
      outgoing.add(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  @Override
  public void mute() {
    muted = true;
  }

  @Override
  public void closeWhenWritten() {
    outgoing.add(END);
  }

  @Override
  public void closeNow() {
    outgoing.add(END);
    try {
      socket.close();
    } catch (IOException alreadyClosed) {
      // It is closed, which is what was wanted.
    }
  }
}
