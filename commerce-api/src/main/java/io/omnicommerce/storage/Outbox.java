package io.omnicommerce.storage;

import java.util.Collection;
import java.util.List;

/**
 * The relay's side of the outbox. Events are found by a mark, never by "id greater than the last
 * one", which loses events whose transactions commit late.
 */
public interface Outbox {

  /**
   * Events that are not marked as published, those of an aggregate in the order of its versions; at
   * most so many.
   */
  List<OutboxRecord> unpublished(int limit);

  /** Marks events as published; marking twice does nothing. */
  void markPublished(Collection<String> ids);

  /** Deletes events that are marked as published, at most so many; answers how many went. */
  int prune(int limit);
}
