package io.omnicommerce.storage;

/**
 * How a value is written as text and read again. {@code decode(encode(x))} equals {@code x}; the
 * text of equal values is equal. Pure and thread-safe.
 */
public interface Codec<T> {

  String encode(T value);

  T decode(String text);
}
