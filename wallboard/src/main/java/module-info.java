/** One page in a browser that shows what a router does. */
module io.ringwright.wallboard {
  requires com.fasterxml.jackson.core;
  requires static com.google.errorprone.annotations;
  requires transitive io.ringwright.core;
  requires jdk.httpserver;
  requires static transitive org.jspecify;
  requires org.slf4j;

  exports io.ringwright.wallboard;
}
