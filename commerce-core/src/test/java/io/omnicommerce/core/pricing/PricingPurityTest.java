package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.tax.TaxRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** L11: the same result, byte for byte, whatever the machine is set to. */
@Isolated("changes the defaults of the JVM")
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricingPurityTest {

  private final Stall stall = new Stall();
  private final Locale locale = Locale.getDefault();
  private final TimeZone zone = TimeZone.getDefault();

  @BeforeEach
  void fill() {
    stall
        .sells("INK", "1234.5678")
        .sells("TEE", "12.50")
        .taxed(
            TaxRate.included("IN", "standard", "19", CountryCode.of("GB")),
            TaxRate.added("ON", "standard", "7.25", CountryCode.of("GB")));
  }

  @AfterEach
  void restore() {
    Locale.setDefault(locale);
    TimeZone.setDefault(zone);
  }

  @Test
  void locale_and_time_zone_of_the_machine_change_nothing() {
    String expected = written().get();

    for (String tag : List.of("ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "tr-TR", "de-DE", "th-TH")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(written().get()).as(tag).isEqualTo(expected);
    }
  }

  @Test
  void the_callers_locale_changes_no_number() {
    String expected = written().get();

    PricedCart turkish =
        stall.pricing.price(stall.owner.withLocale(Locale.forLanguageTag("tr")), request());

    assertThat(written(turkish)).isEqualTo(expected);
  }

  @Test
  void the_number_of_threads_changes_nothing() throws InterruptedException, ExecutionException {
    String expected = written().get();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<String>> results = new ArrayList<>();

    for (int i = 0; i < 200; i++) {
      results.add(threads.submit(() -> written().get()));
    }

    threads.shutdown();
    for (Future<String> result : results) {
      assertThat(result.get()).isEqualTo(expected);
    }
  }

  private Supplier<String> written() {
    return () -> written(stall.pricing.price(stall.owner, request()));
  }

  private String written(PricedCart priced) {
    return Json.codec(PricedCart.class).encode(priced) + '\n' + stall.pricing.explain(priced);
  }

  private static io.omnicommerce.pricing.PricingRequest request() {
    return io.omnicommerce.pricing.PricingRequest.of(
        Stall.GBP, List.of(Stall.line("2", "INK", "3.333"), Stall.line("1", "TEE", "7")));
  }
}
