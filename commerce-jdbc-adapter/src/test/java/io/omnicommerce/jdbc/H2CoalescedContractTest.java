package io.omnicommerce.jdbc;

class H2CoalescedContractTest extends CoalescedContracts {

  H2CoalescedContractTest() {
    super(TestDatabase.H2);
  }
}
