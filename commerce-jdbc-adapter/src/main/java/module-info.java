/** Storage on H2, PostgreSQL and MariaDB. */
module io.omnicommerce.jdbc {
  requires transitive io.omnicommerce.api;
  requires transitive java.sql;

  exports io.omnicommerce.jdbc;
}
