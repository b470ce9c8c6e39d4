package io.omnicommerce.common;

import java.util.AbstractList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/**
 * A list whose elements are made when they are looked at, from values that never change: it cannot
 * be modified, holds no null, and gives equal elements whenever it is asked. Details that most
 * callers never read cost nothing until somebody does.
 */
public abstract class DerivedList<E> extends AbstractList<E> implements RandomAccess {

  /** For those that keep the promise above. */
  protected DerivedList() {}

  /**
   * The list itself if it cannot change, else a copy that cannot.
   *
   * @throws NullPointerException if the list or one of its elements is null
   */
  public static <E> List<E> copyOf(Collection<? extends E> list) {
    Objects.requireNonNull(list, "list");
    if (list instanceof DerivedList<? extends E> derived) {
      @SuppressWarnings("unchecked") // nobody can put anything in
      DerivedList<E> same = (DerivedList<E>) derived;
      return same;
    }
    return List.copyOf(list);
  }
}
