/** For tests of routing rules: see {@link io.ringwright.testkit.RoutingScenario}. */
module io.ringwright.testkit {
  requires transitive io.ringwright.core;
  requires transitive io.ringwright.fakeasterisk;
  requires transitive org.assertj.core;
  requires transitive org.junit.jupiter.api;
  requires java.management;
  requires jdk.management;
  requires static com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports io.ringwright.testkit;
}
