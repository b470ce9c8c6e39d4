package io.omnicommerce.inmemory;

import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The held groups that will be due, soonest first: a binary heap whose members know their place, so
 * that one that ends early leaves at once instead of waiting for its time.
 */
final class DueQueue {

  private Group[] heap = new Group[64];
  private int size;

  void add(Group group) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    size++;
    rise(group, size - 1);
  }

  void remove(Group group) {
    int place = group.queuePosition;
    group.queuePosition = -1;
    size--;
    Group last = heap[size];
    heap[size] = null;
    if (last != group) {
      rise(last, place);
      sink(last, last.queuePosition);
    }
  }

  /** Hands out every group that is due, in no order; the queue may not change meanwhile. */
  void forEachDue(long now, Consumer<Group> consumer) {
    visit(0, now, consumer);
  }

  private void visit(int place, long now, Consumer<Group> consumer) {
    if (place < size && heap[place].expiresAt <= now) {
      consumer.accept(heap[place]);
      visit(2 * place + 1, now, consumer);
      visit(2 * place + 2, now, consumer);
    }
  }

  private void rise(Group group, int from) {
    int place = from;
    while (place > 0 && heap[(place - 1) / 2].expiresAt > group.expiresAt) {
      put(heap[(place - 1) / 2], place);
      place = (place - 1) / 2;
    }
    put(group, place);
  }

  private void sink(Group group, int from) {
    int place = from;
    int child = soonerChild(place);
    while (child < size && heap[child].expiresAt < group.expiresAt) {
      put(heap[child], place);
      place = child;
      child = soonerChild(place);
    }
    put(group, place);
  }

  private int soonerChild(int place) {
    int left = 2 * place + 1;
    int right = left + 1;
    return right < size && heap[right].expiresAt < heap[left].expiresAt ? right : left;
  }

  private void put(Group group, int place) {
    heap[place] = group;
    group.queuePosition = place;
  }
}
