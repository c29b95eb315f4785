/** A journal in one SQLite file: what the engine knows survives a stop of the process. */
module io.ringwright.journal.sqlite {
  requires static com.google.errorprone.annotations;
  requires transitive io.ringwright.core;
  requires java.sql;
  requires static transitive org.jspecify;
  requires org.slf4j;
  requires org.xerial.sqlitejdbc;

  exports io.ringwright.journal.sqlite;
}
