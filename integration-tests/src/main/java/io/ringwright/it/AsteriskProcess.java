package io.ringwright.it;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A running Asterisk that has booted, and the tests' own AMI session with it. */
final class AsteriskProcess implements AutoCloseable {

  private static final long BOOT_LIMIT_NANOS = 60_000_000_000L;

  private final LeashedProcess process;
  private final AmiObserver observer;

  private AsteriskProcess(LeashedProcess process, AmiObserver observer) {
    this.process = process;
    this.observer = observer;
  }

  /** Starts Asterisk in the folder that holds its configuration, and waits until it is ready. */
  static AsteriskProcess boot(
      Path program, Path work, int amiPort, String secret, Consumer<AmiMessage> listener)
      throws IOException {
    LeashedProcess process =
        LeashedProcess.start(
            work.resolve("leash.sh"),
            work.resolve("log/console.log"),
            List.of(program.toString(), "-C", work.resolve("etc/asterisk.conf").toString(), "-fn"));
    try {
      return new AsteriskProcess(process, awaitReady(process, amiPort, secret, listener));
    } catch (IOException | RuntimeException e) {
      process.close();
      throw e;
    }
  }

  /** The processor time that Asterisk has used since it was started, in steps of 10 ms. */
  Duration processorTime() {
    return process
        .processes()
        .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** Has Asterisk stop at once, with all its calls, and waits until it is gone. */
  void stopNow() {
    observer.tell("Command", Map.of("Command", "core stop now"));
    if (!process.awaitEnd()) {
      throw new IllegalStateException("Asterisk does not stop:\n" + process.lastWords());
    }
    close();
  }

  AmiObserver observer() {
    return observer;
  }

  @Override
  public void close() {
    observer.close();
    process.close();
  }

  private static AmiObserver awaitReady(
      LeashedProcess process, int port, String secret, Consumer<AmiMessage> listener)
      throws IOException {
    long deadline = System.nanoTime() + BOOT_LIMIT_NANOS;
    while (process.isAlive() && System.nanoTime() < deadline) {
      try {
        AmiObserver observer = AmiObserver.connect(port, secret, listener);
        observer.awaitBooted();
        return observer;
      } catch (IOException e) {
        Pause.briefly(); // nobody listens yet
      }
    }
    throw new IOException("Asterisk did not boot:\n" + process.lastWords());
  }
}
