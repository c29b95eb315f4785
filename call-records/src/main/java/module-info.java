/** Call records, reports and the queue log, written from what a listener is told. */
module io.ringwright.records {
  requires static com.google.errorprone.annotations;
  requires transitive io.ringwright.core;
  requires transitive java.sql;
  requires static transitive org.jspecify;

  exports io.ringwright.records;
}
