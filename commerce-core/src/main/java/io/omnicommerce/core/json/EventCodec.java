package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.customer.CustomerEvent;
import io.omnicommerce.fulfillment.FulfillmentEvent;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.order.OrderEvent;
import io.omnicommerce.payment.PaymentEvent;
import io.omnicommerce.returns.ReturnEvent;
import io.omnicommerce.storage.Codec;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes an event under the name of its record; only the rooms' own records can be read back. */
final class EventCodec implements Codec<DomainEvent> {

  static final EventCodec INSTANCE = new EventCodec();

  private static final List<Class<? extends DomainEvent>> FAMILIES =
      List.of(
          CustomerEvent.class,
          InventoryEvent.class,
          PaymentEvent.class,
          CartEvent.class,
          OrderEvent.class,
          FulfillmentEvent.class,
          ReturnEvent.class);

  private static final Map<String, Class<?>> RECORDS =
      FAMILIES.stream()
          .flatMap(
              family ->
                  family.isSealed()
                      ? Arrays.stream(family.getPermittedSubclasses())
                      : Stream.of(family))
          .collect(Collectors.toUnmodifiableMap(Class::getSimpleName, Function.identity()));

  private EventCodec() {}

  @Override
  public String encode(DomainEvent event) {
    String name = event.getClass().getSimpleName();
    if (!RECORDS.containsKey(name)) {
      throw new IllegalStateException(
          "The event " + name + " belongs to no family that is written");
    }
    ObjectNode node = Json.shared().valueToTree(event);
    node.put("is", name);
    return node.toString();
  }

  @Override
  public DomainEvent decode(String text) {
    try {
      JsonNode node = Json.shared().readTree(text);
      Class<?> type = RECORDS.get(node.path("is").asText());
      if (!node.isObject() || type == null) {
        throw Json.invalid("an event of a known name is expected here");
      }
      return (DomainEvent) Json.shared().treeToValue(node, type);
    } catch (JsonProcessingException unreadable) {
      throw Json.invalid(unreadable);
    }
  }
}
