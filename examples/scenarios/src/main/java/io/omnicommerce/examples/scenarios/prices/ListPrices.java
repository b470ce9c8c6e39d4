package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Scene;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.price.PriceAnswer;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Which of many prices counts. */
final class ListPrices {

  /** Where goods go that go nowhere yet: no case sends anything there. */
  private static final CountryCode NOWHERE = CountryCode.of("AQ");

  private ListPrices() {}

  static Outcome play(Parts parts) {
    Fields given = parts.given();
    Currency standard = Terms.currency(given.textOr("currency", "USD"));
    PriceBook book = PriceBook.read(given, standard);
    Asker asker = Asker.read(given.object("context"), standard);
    given.allRead();
    Optional<PriceAnswer> answer = ask(book, asker, parts.policies().conventions());
    return key -> PriceAnswers.BY_KEY.get(key).apply(answer);
  }

  private static Optional<PriceAnswer> ask(PriceBook book, Asker asker, Conventions conventions) {
    Scene scene = Scene.create();
    CallContext context = asker.in(scene);
    Set<Currency> currencies = new HashSet<>(book.currencies());
    currencies.add(asker.currency());
    scene.commerce().channels().save(context, market(asker, currencies, conventions));
    scene.commerce().channels().save(context, channel(asker));
    book.save(scene, context);
    asker.now().ifPresent(scene.clock()::set);
    return Optional.ofNullable(
        scene.commerce().prices().prices(context, asker.query()).get(asker.sku()));
  }

  private static Market market(Asker asker, Set<Currency> currencies, Conventions conventions) {
    return new Market(asker.market(), "Market", currencies, "zone", NOWHERE, conventions);
  }

  private static Channel channel(Asker asker) {
    return new Channel(
        asker.channel(), asker.channel().value(), Channel.Kind.WEB, asker.market(), List.of());
  }
}
