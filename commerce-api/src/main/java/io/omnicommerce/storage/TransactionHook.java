package io.omnicommerce.storage;

/** How a host that brings its own transactions tells the library that one was committed. */
@FunctionalInterface
public interface TransactionHook {

  /**
   * Runs an action after the host's present transaction has committed, and not at all if it rolls
   * back.
   */
  void afterCommit(Runnable action);
}
