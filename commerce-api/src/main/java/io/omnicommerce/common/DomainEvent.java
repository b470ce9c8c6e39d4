package io.omnicommerce.common;

/**
 * Something that has happened, in the past tense. Each room has a sealed family of them. Events are
 * written in the transaction of what they tell and reach listeners only after its commit; they
 * observe and never veto.
 */
public interface DomainEvent {

  /** The stable name, such as {@code order.placed}. */
  String type();
}
