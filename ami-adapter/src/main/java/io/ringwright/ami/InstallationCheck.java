package io.ringwright.ami;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/**
 * Checks an installation once, without an engine: what Asterisk has, against what Ringwright needs.
 * Nobody is moved, and nothing is changed. An {@link AmiConnection} does the same and more, with
 * the router and its phone list, at each connect.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class InstallationCheck {

  private InstallationCheck() {}

  /**
   * Checks, and waits for the result.
   *
   * @param settings says which Asterisk, and who logs in; {@code onFindings} is not heard
   * @param longest how long to wait for the link, and then for the result
   * @return the findings, the worst first
   * @throws IllegalStateException if there is no link, or no result, in time; the message says why
   * @throws InterruptedException if the thread is interrupted
   */
  public static List<InstallationFinding> once(
      UnaryOperator<AmiConnectionBuilder> settings, Duration longest) throws InterruptedException {
    CompletableFuture<List<InstallationFinding>> found = new CompletableFuture<>();
    AmiConnectionBuilder builder =
        settings.apply(
            AmiConnection.builder(
                new SilentEngine(AmiConnectionBuilder.systemClock()), new AmiTelephony()));
    try (AmiConnection connection = builder.onFindings(found::complete).build()) {
      connection.start();
      LinkState state = connection.awaitConnected(longest);
      if (!state.isConnected()) {
        throw new IllegalStateException(
            "the installation cannot be checked: there is no link to Asterisk: " + state);
      }
      return found.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException late) {
      throw new IllegalStateException(
          "the check of the installation did not end within "
              + longest
              + "\nLook whether Asterisk answers slowly, and try again.",
          late);
    }
  }
}
