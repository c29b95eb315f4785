package io.ringwright.ami;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.asteriskjava.manager.event.ManagerEvent;
import org.jspecify.annotations.Nullable;

/** The parts of a connection, of which one fails when it is told to: once. */
final class FailingParts {

  /** Where something fails. */
  enum Spot {
    /** While the session object is made. */
    SESSION,
    /** When the thread that reads is started. */
    START_OF_READER,
    /** In the thread that reads, while it waits for bytes. */
    READING,
    /** In the thread that reads, in asterisk-java's part of it. */
    DISPATCHING
  }

  private record Fault(Spot spot, Throwable failure) {}

  private final AtomicReference<@Nullable Fault> next = new AtomicReference<>();
  private final AtomicReference<@Nullable Error> noThread = new AtomicReference<>();

  /** The next time that this is done it fails. */
  void failAt(Spot spot, Throwable failure) {
    next.set(new Fault(spot, failure));
  }

  /** The next thread cannot be started. */
  void refuseThread(Error failure) {
    noThread.set(failure);
  }

  /** Whether the fault has happened. */
  boolean isDone() {
    return next.get() == null && noThread.get() == null;
  }

  LinkWork.Parts parts() {
    ThreadFactory threads = work -> new StubbornThread(work, noThread);
    return new LinkWork.Parts(
        (settings, inbox) -> {
          at(Spot.SESSION);
          return new FailingSession(settings, inbox);
        },
        threads);
  }

  private void at(Spot spot) {
    Fault fault = next.get();
    if (fault != null && fault.spot() == spot && next.compareAndSet(fault, null)) {
      FailingParts.<RuntimeException>raise(fault.failure());
    }
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> void raise(Throwable failure) throws E {
    throw (E) failure;
  }

  private static final class StubbornThread extends Thread {
    private final AtomicReference<@Nullable Error> refusal;

    StubbornThread(Runnable work, AtomicReference<@Nullable Error> refusal) {
      super(work);
      this.refusal = refusal;
    }

    @Override
    public synchronized void start() {
      Error no = refusal.getAndSet(null);
      if (no != null) {
        throw no;
      }
      super.start();
    }
  }

  private final class FailingSession extends AmiSession {
    private final AmiInbox inbox;

    FailingSession(LinkSettings settings, AmiInbox inbox) {
      super(settings, inbox);
      this.inbox = inbox;
    }

    @Override
    protected void connect() throws IOException {
      at(Spot.START_OF_READER);
      super.connect();
    }

    @Override
    AmiSocket wireOn(Socket socket) throws IOException {
      return new AmiSocket(new FailingSocket(socket), inbox);
    }

    @Override
    public void dispatchEvent(ManagerEvent event, @Nullable Integer time) {
      at(Spot.DISPATCHING);
      super.dispatchEvent(event, time);
    }
  }

  /** Passes everything on, and fails in reading. */
  private final class FailingSocket extends Socket {
    private final Socket real;

    FailingSocket(Socket real) {
      this.real = real;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      InputStream in = real.getInputStream();
      return new InputStream() {
        @Override
        public int read() throws IOException {
          throw new IOException("read byte by byte");
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
          int read = in.read(bytes, from, most);
          at(Spot.READING);
          return read;
        }
      };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      return real.getOutputStream();
    }

    @Override
    public synchronized void close() throws IOException {
      real.close();
    }

    @Override
    public boolean isConnected() {
      return real.isConnected();
    }

    @Override
    public boolean isClosed() {
      return real.isClosed();
    }
  }
}
