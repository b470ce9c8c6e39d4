package io.omnicommerce.core.promotion;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was made for keys that were asked for lately. The cache behind it is made with the first of
 * them: a shop without promotions starts without its classes.
 */
final class Recent<K, V> {

  private final int max;
  private volatile @Nullable Cache<K, V> cache;

  Recent(int max) {
    this.max = max;
  }

  V get(K key, Function<? super K, ? extends V> make) {
    return cache().get(key, make);
  }

  @Nullable V find(K key) {
    return cache().getIfPresent(key);
  }

  void put(K key, V value) {
    cache().put(key, value);
  }

  private Cache<K, V> cache() {
    Cache<K, V> known = cache;
    return known != null ? known : made();
  }

  private synchronized Cache<K, V> made() {
    Cache<K, V> made = cache;
    if (made == null) {
      made = Caffeine.newBuilder().maximumSize(max).build();
      cache = made;
    }
    return made;
  }
}
