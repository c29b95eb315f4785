package io.ringwright.records;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;

/** A database whose connections break: in the middle of a batch, or after it was committed. */
final class TornDatabase extends TestDatabase {

  /** When the next connections break. */
  enum When {
    NEVER,
    BEFORE_COMMIT,
    AFTER_COMMIT
  }

  private final AtomicInteger left = new AtomicInteger();
  private final When when;

  TornDatabase(String url, When when, int times) {
    super(url);
    this.when = when;
    left.set(times);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection whole = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              boolean tears =
                  method.getName().equals("commit") && left.get() > 0 && when != When.NEVER;
              try {
                if (tears && when == When.BEFORE_COMMIT) {
                  left.decrementAndGet();
                  whole.rollback();
                  throw new SQLException("the connection broke in the batch", "08006");
                }
                Object result = method.invoke(whole, arguments);
                if (tears) {
                  left.decrementAndGet();
                  throw new SQLException("the connection broke after the commit", "08006");
                }
                return result;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
