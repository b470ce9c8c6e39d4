package io.omnicommerce.core.common;

import io.omnicommerce.common.DerivedList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A list that is made when it is first read, out of what does not change any more. */
public final class WhenRead<E> extends DerivedList<E> {

  private final Supplier<List<E>> making;

  /** Whoever makes them makes the same. */
  private @Nullable List<E> made;

  private WhenRead(Supplier<List<E>> making) {
    this.making = making;
  }

  /**
   * @param making gives equal lists whenever it is asked
   */
  public static <E> List<E> of(Supplier<List<E>> making) {
    return new WhenRead<>(making);
  }

  @Override
  public E get(int index) {
    return made().get(index);
  }

  @Override
  public int size() {
    return made().size();
  }

  private List<E> made() {
    List<E> known = made;
    if (known == null) {
      known = List.copyOf(making.get());
      made = known;
    }
    return known;
  }
}
