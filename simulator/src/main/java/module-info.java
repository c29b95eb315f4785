/** Days of calls in virtual time: see {@link io.ringwright.simulator.Simulation}. */
module io.ringwright.simulator {
  requires transitive io.ringwright.core;
  requires static com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports io.ringwright.simulator;
}
