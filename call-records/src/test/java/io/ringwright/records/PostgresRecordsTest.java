package io.ringwright.records;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link RecordDatabaseContract} on PostgreSQL. */
class PostgresRecordsTest extends RecordDatabaseContract {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static EmbeddedPostgres server;

  @BeforeAll
  static void start() throws Exception {
    server = EmbeddedPostgres.builder().start();
  }

  @AfterAll
  static void end() throws Exception {
    server.close();
  }

  @Override
  TestDatabase fresh() {
    String name = "records" + DATABASES.incrementAndGet();
    new TestDatabase(server.getJdbcUrl("postgres", "postgres")).execute("CREATE DATABASE " + name);
    return new TestDatabase(server.getJdbcUrl("postgres", name));
  }

  @Override
  String[] refuses(String destination) {
    return new String[] {
      "ALTER TABLE rw_stay ADD CONSTRAINT refusing CHECK (destination <> '" + destination + "')"
    };
  }
}
