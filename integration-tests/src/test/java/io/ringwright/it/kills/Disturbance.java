package io.ringwright.it.kills;

/** What is done to the engine, its links, its Asterisk, and the phones. */
enum Disturbance {
  ENGINE_KILLED("engine killed (signal 9)"),
  ENGINE_STOPPED("engine stopped (SIGSTOP)"),
  AMI_CUT("AMI cut"),
  AMI_SILENT("AMI half-open"),
  AMI_HELD("AMI late"),
  AGI_CUT("AGI cut"),
  AGI_SILENT("AGI half-open"),
  AGI_HELD("AGI late"),
  ASTERISK_RESTARTED("Asterisk stopped, started"),
  PHONES_VANISHED("phones answer no INVITE"),
  PHONES_UNREGISTERED("phones off the wire"),
  AGENTS_REFUSE("agents refuse");

  private final String words;

  Disturbance(String words) {
    this.words = words;
  }

  /** Whether it happens to phones alone; such go on beside the others. */
  boolean isOfPhones() {
    return this == PHONES_VANISHED || this == PHONES_UNREGISTERED || this == AGENTS_REFUSE;
  }

  @Override
  public String toString() {
    return words;
  }
}
