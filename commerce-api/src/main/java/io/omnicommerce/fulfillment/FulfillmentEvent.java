package io.omnicommerce.fulfillment;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.pricing.LineId;
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

  /** A job has less to do than it had, or is promised for another time. */
  record FulfillmentChanged(FulfillmentId fulfillment, OrderId order) implements FulfillmentEvent {
    public FulfillmentChanged {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
    }

    @Override
    public String type() {
      return "fulfillment.changed";
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

  /** The goods of a job were taken off the shelves. */
  record GoodsPicked(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public GoodsPicked {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.picked";
    }
  }

  /** The goods of a job are packed. */
  record GoodsPacked(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public GoodsPacked {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.packed";
    }
  }

  /** Some of a line was not there. */
  record ShortPicked(
      FulfillmentId fulfillment, OrderId order, LocationId location, LineId line, Quantity missing)
      implements FulfillmentEvent {
    public ShortPicked {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(line, "line");
      Objects.requireNonNull(missing, "missing");
    }

    @Override
    public String type() {
      return "fulfillment.short_picked";
    }
  }

  /** A parcel has reached the customer. */
  record ParcelDelivered(FulfillmentId fulfillment, OrderId order, int shipment)
      implements FulfillmentEvent {
    public ParcelDelivered {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
    }

    @Override
    public String type() {
      return "fulfillment.delivered";
    }
  }

  /** A parcel did not reach the customer. */
  record DeliveryFailed(FulfillmentId fulfillment, OrderId order, int shipment)
      implements FulfillmentEvent {
    public DeliveryFailed {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
    }

    @Override
    public String type() {
      return "fulfillment.delivery_failed";
    }
  }

  /** Somebody came for a pickup, and nothing was handed over. */
  record PickupFailed(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public PickupFailed {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.pickup_failed";
    }
  }

  /** The customer is there and waits. */
  record CustomerArrived(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public CustomerArrived {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.customer_arrived";
    }
  }

  /** Nobody came for a pickup in time; it is back on the shelves. */
  record PickupReleased(FulfillmentId fulfillment, OrderId order, LocationId location)
      implements FulfillmentEvent {
    public PickupReleased {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
    }

    @Override
    public String type() {
      return "fulfillment.pickup_released";
    }
  }

  /** Something that was due of a job is done. */
  record DueDone(FulfillmentId fulfillment, OrderId order, FulfillmentDue.Kind kind, int number)
      implements FulfillmentEvent {
    public DueDone {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(kind, "kind");
    }

    @Override
    public String type() {
      return "fulfillment.due_done";
    }
  }

  /** Something was agreed on a pickup: {@code deputy} or {@code slot}. */
  record PickupAgreed(FulfillmentId fulfillment, OrderId order, LocationId location, String what)
      implements FulfillmentEvent {
    public PickupAgreed {
      Objects.requireNonNull(fulfillment, "fulfillment");
      Objects.requireNonNull(order, "order");
      Objects.requireNonNull(location, "location");
      Objects.requireNonNull(what, "what");
    }

    @Override
    public String type() {
      return "fulfillment.pickup_agreed";
    }
  }
}
