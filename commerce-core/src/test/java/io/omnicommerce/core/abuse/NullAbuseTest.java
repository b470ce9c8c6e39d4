package io.omnicommerce.core.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.Commerce;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.contract.NullArguments;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.core.Shop;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.value.GiftCardCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** ABUSE 1, asked of the services themselves; the words are asked in commerce-api. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NullAbuseTest {

  private static final Money ZERO = Money.zero(Shop.GBP);

  /** Values of types that a sample of each part does not make: their parts must fit together. */
  private static final Object[] SAMPLES = {
    Shop.GB,
    Email.of("ada@example.com"),
    Phone.of("+442079460018"),
    GiftCardCode.of("SAMPLE-CARD"),
    Tender.card("tok_sample"),
    CouponBatch.of("SAMPLE", PromotionId.of("sample"), 1),
    new PickupTerms.Slot(Shop.START, Shop.START.plusSeconds(1)),
    new Totals(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO),
    new Market(Shop.UK, "UK", Set.of(Shop.GBP), "uk", Shop.GB, Conventions.STANDARD),
    Conventions.STANDARD,
  };

  private final Shop shop = Shop.open();
  private final Commerce commerce =
      CommerceEngine.builder().storage(shop.storage()).payments(new SandboxGateway()).build();

  @Test
  void abuse_1_null_is_refused_by_name_by_every_call_of_every_room_before_anything_happens()
      throws ReflectiveOperationException {
    CallContext office =
        Shop.context(
            Shop.WEB, Actor.system("office").withPermissions(CommerceEngine.permissions()));
    NullArguments arguments =
        NullArguments.with(SAMPLES)
            .sample(CallContext.class, office)
            .except(e -> e instanceof Constructor); // hosts get them from the engine
    List<Class<?>> services = new ArrayList<>();
    for (Object service : rooms()) {
      services.add(service.getClass());
      sample(arguments, service);
    }
    String before = shop.dump();

    assertThat(services).hasSizeGreaterThanOrEqualTo(14);
    assertThat(arguments.check(services)).isEmpty();
    assertThat(shop.dump()).isEqualTo(before);
  }

  private List<Object> rooms() throws ReflectiveOperationException {
    List<Object> rooms = new ArrayList<>();
    for (Method room : Arrays.asList(Commerce.class.getMethods())) {
      if (room.getReturnType().getSimpleName().endsWith("Service")) {
        rooms.add(room.invoke(commerce));
      }
    }
    return rooms;
  }

  @SuppressWarnings("unchecked")
  private static <T> void sample(NullArguments arguments, T service) {
    arguments.sample((Class<T>) service.getClass(), service);
  }
}
