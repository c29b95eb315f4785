package io.ringwright.agi;

import static java.util.Objects.requireNonNull;

import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * Makes calls out of sessions.
 *
 * <p>Thread safety: for one thread.
 */
public final class AgiCallBuilder {

  private CallSettings settings;

  AgiCallBuilder(CallSettings settings) {
    this.settings = settings;
  }

  /**
   * What callers hear first. Nothing by default.
   *
   * @param chosen the prompts
   * @return this
   */
  public AgiCallBuilder prompts(Prompts chosen) {
    requireNonNull(chosen, "prompts is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * How phones are dialled. Without options by default.
   *
   * @param chosen the settings
   * @return this
   */
  public AgiCallBuilder dialling(DialSettings chosen) {
    requireNonNull(chosen, "dialling is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * Where callers are sent on to. {@link Dialplan#standard()} by default.
   *
   * @param chosen the dialplan that Asterisk has
   * @return this
   */
  public AgiCallBuilder dialplan(Dialplan chosen) {
    requireNonNull(chosen, "dialplan is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * Whether AMI reports hang-ups of this Asterisk. By default it does not, and the dialplan does.
   *
   * @param linked asked for each caller who is sent on
   * @return this
   */
  public AgiCallBuilder amiReports(BooleanSupplier linked) {
    requireNonNull(linked, "amiReports is null: expected a value, or no call for the default");
    settings = settings.with(linked);
    return this;
  }

  /**
   * Where the instant comes from that a channel remembers as its arrival. The {@linkplain
   * io.ringwright.CallEvents#engineTime engine's time} by default.
   *
   * @param chosen another clock, for tests
   * @return this
   */
  public AgiCallBuilder clock(InstantSource chosen) {
    requireNonNull(chosen, "clock is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * The call on a session.
   *
   * @param session what the script holds
   * @return the call, not arrived yet
   */
  public AgiCall on(AgiSession session) {
    return new AgiCall(settings, session);
  }
}
