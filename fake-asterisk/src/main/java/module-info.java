/** A stand-in for Asterisk, for tests: see {@link io.ringwright.fakeasterisk.FakeAsterisk}. */
module io.ringwright.fakeasterisk {
  requires transitive io.ringwright.core;
  requires static com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports io.ringwright.fakeasterisk;
  exports io.ringwright.fakeasterisk.ami;
  exports io.ringwright.fakeasterisk.timeline;
}
