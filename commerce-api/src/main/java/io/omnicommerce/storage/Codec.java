package io.omnicommerce.storage;

import io.omnicommerce.common.ErrorCode;

/**
 * How a value is written as text and read again. {@code decode(encode(x))} equals {@code x}; the
 * text of equal values is equal. Pure and thread-safe.
 */
public interface Codec<T> {

  /** A text does not have the form that {@link #encode} gives it. */
  ErrorCode INVALID_PAYLOAD = ErrorCode.of("json.invalid_payload");

  /** The written form; the same for equal values, whenever and wherever it is written. */
  String encode(T value);

  /**
   * The value of a written form.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@code json.invalid_payload}
   */
  T decode(String text);
}
