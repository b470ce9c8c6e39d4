package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.Projection.Column;
import io.omnicommerce.storage.Projection.ColumnType;
import io.omnicommerce.storage.Storage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An order at the storage port, the same facts as {@link PlainStock#order} writes: goods held, a
 * document found by its number, a row for each of its lines, an event.
 */
final class OrderDecision {

  private static final DocumentType<Ordered> TYPE =
      DocumentType.of("benchmark_order", new OrderedCodec())
          .foundBy(LookupKey.unique("number", ordered -> List.of("N-" + ordered.id())))
          .projectedTo(
              new Projection<>(
                  "order_line",
                  List.of(
                      new Column("order_number", ColumnType.TEXT),
                      new Column("sku", ColumnType.TEXT),
                      new Column("ordered", ColumnType.LONG)),
                  OrderDecision::lines));

  /** What was ordered. */
  private record Ordered(String id, List<String> skus, String body) {}

  /** That it was. */
  private record Placed(String type, String body) implements DomainEvent {}

  private OrderDecision() {}

  static boolean commit(Storage storage, String id, int[] skus, String body) {
    List<String> names = Arrays.stream(skus).mapToObj(sku -> "SKU-" + sku).toList();
    Decision decision =
        Decision.builder()
            .step(Shop.holding(id, skus))
            .save(DocumentWrite.create(TYPE, id, new Ordered(id, names, body)))
            .event(
                new NewEvent(
                    Reference.of("benchmark_order", id),
                    Version.NONE.next(),
                    new Placed("benchmark_order.placed", body),
                    new PlacedCodec()))
            .build();
    return Shop.commit(storage, decision);
  }

  private static List<List<Object>> lines(Ordered ordered) {
    List<List<Object>> rows = new ArrayList<>();
    for (String sku : ordered.skus()) {
      rows.add(List.of("N-" + ordered.id(), sku, 1L));
    }
    return rows;
  }

  /** Three lines of text. */
  private static final class OrderedCodec implements Codec<Ordered> {

    @Override
    public String encode(Ordered value) {
      return value.id()
          + '\n'
          + value.skus().stream().collect(Collectors.joining(","))
          + '\n'
          + value.body();
    }

    @Override
    public Ordered decode(String text) {
      String[] parts = text.split("\n", 3);
      return new Ordered(parts[0], List.of(parts[1].split(",", -1)), parts[2]);
    }
  }

  /** The text alone. */
  private static final class PlacedCodec implements Codec<DomainEvent> {

    @Override
    public String encode(DomainEvent value) {
      return ((Placed) value).body();
    }

    @Override
    public DomainEvent decode(String text) {
      return new Placed("benchmark_order.placed", text);
    }
  }
}
