package io.omnicommerce.common;

/**
 * The caller's name for one intent: the same key with the same content, by the same subject, is
 * carried out once and answers as the first time; with other content it is refused. Make it from
 * the intent (a button's tap, a message's id), never from data that change between tries, and put
 * no personal data in it.
 */
public record IdempotencyKey(String value) {

  public IdempotencyKey {
    Text.id(value, "idempotencyKey");
  }

  public static IdempotencyKey of(String value) {
    return new IdempotencyKey(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
