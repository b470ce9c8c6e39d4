package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Crowd.atOnce;
import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.VersionConflictException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.storage.StorageException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CartRaceTest {

  private static final int THREADS = 8;
  private static final int CHANGES = 50;

  private final Shop shop = Shop.open();
  private final CartService carts = shop.carts();
  private final CartId cart = new Baskets(shop).open(ADA, "cart");

  @Test
  void L47_changes_at_once_all_count() throws Exception {
    atOnce(
        THREADS,
        n -> {
          for (int i = 0; i < CHANGES; i++) {
            addWhateverOthersDo();
          }
          return 0;
        });

    Cart result = carts.get(ADA, cart);
    assertThat(result.lines().get(0).quantity()).isEqualTo(Quantity.of(THREADS * CHANGES));
    assertThat(result.version()).isEqualTo(Version.of(1 + THREADS * CHANGES));
  }

  @Test
  void L47_of_those_who_expect_a_version_one_wins() throws Exception {
    List<Integer> wins =
        atOnce(
            THREADS,
            n -> {
              int won = 0;
              for (int i = 0; i < CHANGES; i++) {
                won += wins(carts.get(ADA, cart).version());
              }
              return won;
            });

    int accepted = wins.stream().mapToInt(Integer::intValue).sum();
    assertThat(accepted).isGreaterThanOrEqualTo(CHANGES);
    assertThat(carts.get(ADA, cart).version()).isEqualTo(Version.of(1 + accepted));
    assertThat(carts.get(ADA, cart).lines().get(0).quantity()).isEqualTo(Quantity.of(accepted));
  }

  @Test
  void a_token_hands_a_cart_over_once_however_many_present_it() throws Exception {
    String secret = carts.handOff(ADA, cart, Duration.ofHours(1)).secret();

    List<Integer> taken =
        atOnce(
            THREADS,
            n -> {
              try {
                carts.accept(Shop.ADA_IN_APP, secret);
                return 1;
              } catch (RefusedException refused) {
                return 0;
              }
            });

    assertThat(taken.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
  }

  /** As a caller does who is told to repeat the call. */
  private void addWhateverOthersDo() {
    while (true) {
      try {
        carts.add(ADA, cart, MUG_RED, Quantity.ONE);
        return;
      } catch (StorageException failed) {
        if (!failed.isRetryable()) {
          throw failed;
        }
      }
    }
  }

  private int wins(Version version) {
    try {
      carts.expecting(version).add(ADA, cart, MUG_RED, Quantity.ONE);
      return 1;
    } catch (VersionConflictException | StorageException stale) {
      return 0;
    }
  }
}
