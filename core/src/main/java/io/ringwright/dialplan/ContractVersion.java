package io.ringwright.dialplan;

/**
 * The version of the contract between dialplan and engine.
 *
 * <p>It grows by one whenever a dialplan that was generated before would no longer be understood,
 * or would no longer understand the engine. The generated dialplan sets it on the channel of every
 * call that comes in: {@link ChannelVariables#CONTRACT}.
 */
public final class ContractVersion {

  /** What this library writes and understands. */
  public static final int CURRENT = 8;

  private ContractVersion() {}
}
