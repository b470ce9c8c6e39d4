package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Shop.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.pricing.LineId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Random commands against a cart and against a model of it that is too simple to be wrong. */
class CartModelProperties {

  private static final CartId CART = CartId.of("cart");
  private static final List<Sku> SKUS = List.of(Shop.MUG_RED, Shop.TEE_M, Shop.BOOK);

  private enum Kind {
    ADD,
    CHANGE,
    REMOVE,
    OPEN_AGAIN
  }

  /** A command: on which SKU or line, how much, under which name, knowing which version. */
  record Command(Kind kind, int which, int quantity, int reference, int behind) {}

  private static final class Line {
    final String id;
    final Sku sku;
    final int reference;
    int quantity;

    Line(String id, Sku sku, int reference, int quantity) {
      this.id = id;
      this.sku = sku;
      this.reference = reference;
      this.quantity = quantity;
    }
  }

  /** What a cart should be: a list that is searched from its beginning. */
  private static final class Model {
    private static final int MAX = 12;
    private static final int STEP = 2;

    final List<Line> lines = new ArrayList<>();
    int added;
    long version = 1;

    boolean accepts(Command command) {
      if (command.kind() == Kind.OPEN_AGAIN) {
        return false;
      }
      if (command.behind() > 0) {
        return false;
      }
      boolean done =
          switch (command.kind()) {
            case ADD -> add(command);
            case CHANGE -> change(command);
            default -> remove(command);
          };
      version += done ? 1 : 0;
      return done;
    }

    private boolean add(Command command) {
      Sku sku = SKUS.get(command.which() % SKUS.size());
      Line same = null;
      for (Line line : lines) {
        same = line.sku.equals(sku) && line.reference == command.reference() ? line : same;
      }
      int result = command.quantity() + (same == null ? 0 : same.quantity);
      if (command.quantity() == 0 || result % STEP != 0 || of(sku) + command.quantity() > MAX) {
        return false;
      }
      if (same == null) {
        added++;
        lines.add(new Line("000" + added, sku, command.reference(), result));
      } else {
        same.quantity = result;
      }
      return true;
    }

    private boolean change(Command command) {
      Optional<Line> found = line(command);
      if (found.isEmpty() || command.quantity() == 0) {
        return found.isPresent() && remove(command);
      }
      Line line = found.get();
      boolean raised = command.quantity() > line.quantity;
      boolean tooMuch = raised && of(line.sku) - line.quantity + command.quantity() > MAX;
      if (command.quantity() % STEP != 0 || tooMuch) {
        return false;
      }
      line.quantity = command.quantity();
      return true;
    }

    private boolean remove(Command command) {
      Optional<Line> found = line(command);
      found.ifPresent(lines::remove);
      return found.isPresent();
    }

    private Optional<Line> line(Command command) {
      String id = "000" + (command.which() + 1);
      return lines.stream().filter(line -> line.id.equals(id)).findFirst();
    }

    private int of(Sku sku) {
      return lines.stream()
          .filter(line -> line.sku.equals(sku))
          .mapToInt(line -> line.quantity)
          .sum();
    }

    List<String> shown() {
      return lines.stream()
          .map(line -> line.id + ' ' + line.sku + ' ' + line.reference + ' ' + line.quantity)
          .toList();
    }
  }

  /** L47, L52: one version a change, nothing for anything else, and never past a limit. */
  @Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
  void L47_a_cart_is_what_its_accepted_changes_make_of_it(
      @ForAll("commands") List<Command> commands) {
    Shop shop = Shop.bare();
    QuantityRule pairs = new QuantityRule(Quantity.of(2), Quantity.of(12), Quantity.of(2));
    SKUS.forEach(sku -> shop.sell(CatalogEntry.of(sku, "thing").withQuantities(pairs)));
    CartService carts = shop.carts();
    Baskets baskets = new Baskets(shop);
    baskets.open(ADA, CART.value());
    Model model = new Model();

    for (Command command : commands) {
      boolean expected = model.accepts(command);
      boolean accepted = run(carts, baskets, command, model.version - (expected ? 1 : 0));

      Cart cart = carts.get(ADA, CART);
      assertThat(accepted).as(command.toString()).isEqualTo(expected);
      assertThat(shown(cart)).as(command.toString()).isEqualTo(model.shown());
      assertThat(cart.version()).isEqualTo(Version.of(model.version));
    }
    assertThat(updates(shop)).isEqualTo(model.version - 1);
  }

  @Provide
  Arbitrary<List<Command>> commands() {
    return Combinators.combine(
            Arbitraries.frequency(
                Tuple.of(6, Kind.ADD),
                Tuple.of(4, Kind.CHANGE),
                Tuple.of(2, Kind.REMOVE),
                Tuple.of(1, Kind.OPEN_AGAIN)),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 14),
            Arbitraries.integers().between(0, 1),
            Arbitraries.frequency(Tuple.of(5, 0), Tuple.of(1, 1)))
        .as(Command::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(25);
  }

  private static boolean run(CartService carts, Baskets baskets, Command command, long version) {
    if (command.kind() == Kind.OPEN_AGAIN) {
      baskets.open(ADA, CART.value());
      return false;
    }
    CartService knowing = carts.expecting(Version.of(version - command.behind()));
    LineId line = LineId.of("000" + (command.which() + 1));
    Quantity quantity = Quantity.of(command.quantity());
    try {
      switch (command.kind()) {
        case ADD -> knowing.add(ADA, CART, List.of(newLine(command, quantity)));
        case CHANGE -> knowing.change(ADA, CART, line, quantity);
        default -> knowing.remove(ADA, CART, line);
      }
      return true;
    } catch (CommerceException refused) {
      return false;
    }
  }

  private static NewLine newLine(Command command, Quantity quantity) {
    NewLine line = NewLine.of(SKUS.get(command.which() % SKUS.size()), quantity);
    return command.reference() == 0 ? line : line.withReference("r");
  }

  private static List<String> shown(Cart cart) {
    return cart.lines().stream().map(CartModelProperties::shown).toList();
  }

  private static String shown(CartLine line) {
    int reference = line.reference().isPresent() ? 1 : 0;
    return line.id().value() + ' ' + line.sku() + ' ' + reference + ' ' + line.quantity();
  }

  private static long updates(Shop shop) {
    return shop.storage().maintenance().outbox().unpublished(1_000).stream()
        .map(told -> Json.events().decode(told.payload()))
        .filter(CartEvent.CartUpdated.class::isInstance)
        .count();
  }
}
