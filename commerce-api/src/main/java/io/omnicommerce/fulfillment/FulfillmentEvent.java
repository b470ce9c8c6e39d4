package io.omnicommerce.fulfillment;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.order.OrderId;
import java.util.Objects;
import java.util.Optional;

/** What happens to a job. */
public sealed interface FulfillmentEvent extends DomainEvent {

  /** The job it happened to. */
  FulfillmentId fulfillment();

  /** The order that the job is for. */
  OrderId order();

  /** A location has something to do. */
  record FulfillmentRequested(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public FulfillmentRequested {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.requested";
    }
  }

  /** Goods have left with a carrier. */
  record GoodsShipped(
      FulfillmentId fulfillment, OrderId order, int shipment, Optional<String> tracking)
      implements FulfillmentEvent {
    public GoodsShipped {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(tracking, "tracking");
    }

    @Override
    public String type() {
      return "fulfillment.shipped";
    }
  }

  /** A pickup is ready; the customer may be told. */
  record PickupReady(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public PickupReady {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.pickup_ready";
    }
  }

  /** A pickup was handed over. */
  record PickupCollected(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public PickupCollected {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.pickup_collected";
    }
  }

  /** A job is not needed any more. */
  record FulfillmentCancelled(FulfillmentId fulfillment, OrderId order)
      implements FulfillmentEvent {
    public FulfillmentCancelled {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
    }

    @Override
    public String type() {
      return "fulfillment.cancelled";
    }
  }
}
