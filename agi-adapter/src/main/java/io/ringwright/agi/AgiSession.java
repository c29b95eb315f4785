package io.ringwright.agi;

import io.ringwright.call.ContextName;
import java.io.IOException;

/**
 * A caller's channel, as an AGI script holds it: the few commands that {@link AgiCall} needs.
 *
 * <p>Implement it over whatever your AGI scripts use. {@link FastAgiServer} brings its own.
 *
 * <p>A caller who has hung up is no error: {@link #execute} then returns a negative number. An
 * {@link IOException} says that the session itself is over.
 *
 * <p>Thread safety: for the script's thread.
 */
public interface AgiSession {

  /**
   * What Asterisk said when it opened the session.
   *
   * @param name without the prefix {@code agi_}, such as {@code uniqueid} or {@code channel}
   * @return the value, empty if there is none
   */
  String environment(String name);

  /**
   * Runs a dialplan application until it ends ({@code EXEC}).
   *
   * @param application such as {@code Playback}
   * @param arguments as they stand between its parentheses in the dialplan
   * @return what it returned: −1 if the caller has hung up, −2 if there is no such application
   * @throws IOException if the session is over
   */
  int execute(String application, String arguments) throws IOException;

  /**
   * Reads a channel variable.
   *
   * @param name the name
   * @return the value, empty if it is not set
   * @throws IOException if the session is over
   */
  String variable(String name) throws IOException;

  /**
   * Sets a channel variable, or writes a dialplan function.
   *
   * @param name the name, or a function such as {@code CHANNEL(language)}
   * @param value the value
   * @throws IOException if the session is over
   */
  void setVariable(String name, String value) throws IOException;

  /**
   * Says where the dialplan goes on when the script has ended, at priority 1.
   *
   * @param context the context
   * @param extension the dialplan extension there
   * @throws IOException if the session is over
   */
  void continueAt(ContextName context, String extension) throws IOException;
}
