package com.example.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.inmemory.InMemoryStorage;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** What this adapter promises beyond the contracts. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CountingStorageTest {

  private static final CallContext CALL =
      CallContext.of(TenantId.of("acme"), ChannelId.of("web"), Actor.system("test"));

  private final CountingStorage storage = new CountingStorage(InMemoryStorage.create());

  @Test
  void each_transaction_is_counted_once() {
    storage.inTransaction(CALL, session -> "done");
    storage.inTransaction(CALL, session -> "done");

    assertThat(storage.asked()).isEqualTo(2);
    assertThat(storage.failed()).isZero();
  }

  @Test
  void a_transaction_that_fails_is_counted_as_failed_too() {
    IllegalStateException failure = new IllegalStateException("no");

    assertThatThrownBy(
            () ->
                storage.inTransaction(
                    CALL,
                    session -> {
                      throw failure;
                    }))
        .isSameAs(failure);
    assertThat(storage.asked()).isEqualTo(1);
    assertThat(storage.failed()).isEqualTo(1);
  }
}
