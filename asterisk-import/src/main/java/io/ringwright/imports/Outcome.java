package io.ringwright.imports;

/** What became of a line, and why. */
record Outcome(Verdict verdict, String reason) {

  static Outcome kept(String reason) {
    return new Outcome(Verdict.KEPT, reason);
  }

  static Outcome changed(String reason) {
    return new Outcome(Verdict.CHANGED, reason);
  }

  static Outcome notNeeded(String reason) {
    return new Outcome(Verdict.NOT_NEEDED, reason);
  }

  static Outcome notPossible(String reason) {
    return new Outcome(Verdict.NOT_POSSIBLE, reason);
  }
}
