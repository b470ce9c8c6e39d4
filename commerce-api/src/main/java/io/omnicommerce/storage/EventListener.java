package io.omnicommerce.storage;

/**
 * Hears of events after their commit, on the thread of the call, outside any transaction or lock.
 * What it throws is logged and changes nothing. For delivery that survives a crash, relay the
 * outbox instead.
 */
@FunctionalInterface
public interface EventListener {

  /** Hears of one event. */
  void on(EventEnvelope event);
}
