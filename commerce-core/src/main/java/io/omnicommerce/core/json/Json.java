package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.customer.CustomerEvent;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.payment.PaymentEvent;
import io.omnicommerce.returns.ReturnEvent;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.value.GiftCardEvent;
import java.util.List;

/**
 * The one mapping of words to JSON. A record is its components, those that are empty left out; an
 * id is its text, money {@code "GBP 12.34"}. Equal values have equal text; what is unknown, double,
 * missing or trailing is refused; a type is never named by the data, except as one of the closed
 * set that its place allows.
 */
public final class Json {

  public static final ErrorCode INVALID = Codec.INVALID_PAYLOAD;

  private static final int DEPTH_MAX = 50;
  private static final int TEXT_MAX = 1 << 20;
  private static final int NUMBER_MAX = 64;
  private static final long DOCUMENT_MAX = 64L << 20;

  static final JsonFactory TOKENS =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEPTH_MAX)
                  .maxStringLength(TEXT_MAX)
                  .maxNumberLength(NUMBER_MAX)
                  .maxDocumentLength(DOCUMENT_MAX)
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .build();

  private static final Codec<DomainEvent> EVENTS =
      new FormCodec<>(
          new SealedForm<>(
              List.of(
                  CustomerEvent.class,
                  InventoryEvent.class,
                  GiftCardEvent.class,
                  PaymentEvent.class,
                  CartEvent.class,
                  OrderEvent.class,
                  FulfillmentEvent.class,
                  ReturnEvent.class)));

  private Json() {}

  /** The written form of a type. */
  public static <T> Codec<T> codec(Class<T> type) {
    return new FormCodec<>(Forms.of(type));
  }

  /** The written form of events: of the rooms' own records, by their names. */
  public static Codec<DomainEvent> events() {
    return EVENTS;
  }
}
