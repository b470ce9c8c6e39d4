package io.omnicommerce.jdbc;

class H2JoiningContractTest extends JdbcContracts {

  H2JoiningContractTest() {
    super(TestDatabase.H2, true);
  }
}
