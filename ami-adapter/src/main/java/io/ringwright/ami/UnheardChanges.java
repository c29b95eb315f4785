package io.ringwright.ami;

import java.util.List;

/**
 * Whether the states of devices change and no event tells of it: then the AMI user may not read
 * events of calls.
 *
 * <p>Thread safety: for one thread.
 */
final class UnheardChanges {

  private boolean looked;
  private long first;

  /**
   * Compares with the first look of the session.
   *
   * @param devices the states of all devices
   * @param events how many events came by themselves since the login
   * @return true if something has changed and nothing was heard
   */
  boolean isDeaf(List<AmiMessage> devices, long events) {
    if (events > 0) {
      return false;
    }
    long now = 0;
    for (AmiMessage each : devices) {
      now += 31L * each.header("device").hashCode() + each.header("state").hashCode();
    }
    if (!looked) {
      looked = true;
      first = now;
    }
    return now != first;
  }
}
