package io.omnicommerce.jdbc;

class H2ContractTest extends JdbcContracts {

  H2ContractTest() {
    super(TestDatabase.H2, false);
  }
}
