package io.omnicommerce.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;

/** Sits between the library and the driver: writes down what is asked, and fails on request. */
final class Recorder {

  private final DataSource real;
  private final Set<String> texts = new ConcurrentSkipListSet<>();
  private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
  private final AtomicReference<Fault> fault = new AtomicReference<>(call -> {});
  private final AtomicInteger roundTrips = new AtomicInteger();

  /** Fails some calls: of a connection or statement, by the method's name. */
  @FunctionalInterface
  interface Fault {
    void before(String method) throws SQLException;
  }

  Recorder(DataSource real) {
    this.real = real;
  }

  /** All texts of statements so far. */
  Set<String> texts() {
    return texts;
  }

  /** How often the database answered with this state. */
  int failures(String sqlState) {
    AtomicInteger count = failures.get(sqlState);
    return count == null ? 0 : count.get();
  }

  Map<String, AtomicInteger> failures() {
    return failures;
  }

  int roundTrips() {
    return roundTrips.get();
  }

  void fault(Fault next) {
    fault.set(next);
  }

  DataSource dataSource() {
    return proxy(
        DataSource.class,
        (proxy, method, args) -> {
          Object result = call(real, method, args);
          return result instanceof Connection connection ? connection(connection) : result;
        });
  }

  Connection connection(Connection connection) {
    return proxy(
        Connection.class,
        (proxy, method, args) -> {
          fault.get().before(method.getName());
          if (method.getName().equals("prepareStatement")) {
            texts.add((String) args[0]);
          }
          Object result = call(connection, method, args);
          return result instanceof PreparedStatement statement ? statement(statement) : result;
        });
  }

  private PreparedStatement statement(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (proxy, method, args) -> {
          if (method.getName().startsWith("execute")) {
            fault.get().before(method.getName());
            roundTrips.incrementAndGet();
          }
          return call(statement, method, args);
        });
  }

  private Object call(Object target, java.lang.reflect.Method method, Object[] args)
      throws Throwable {
    try {
      return method.invoke(target, args);
    } catch (InvocationTargetException failed) {
      if (failed.getCause() instanceof SQLException e) {
        failures
            .computeIfAbsent(String.valueOf(e.getSQLState()), s -> new AtomicInteger())
            .incrementAndGet();
      }
      throw failed.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Recorder.class.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
