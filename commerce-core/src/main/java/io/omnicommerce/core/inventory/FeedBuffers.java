package io.omnicommerce.core.inventory;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.inventory.FeedPolicy;
import io.omnicommerce.inventory.FeedPolicy.WhenStale;
import io.omnicommerce.inventory.StockStatement.Certainty;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.storage.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How far the news of locations are believed now.
 *
 * @param fed the locations that another system counts, with the age of what it has told last
 */
record FeedBuffers(Map<LocationId, Heard> fed) {

  /**
   * @param age how old the latest news are; empty if there are none
   */
  record Heard(FeedPolicy policy, Optional<Instant> at, Optional<Duration> age) {

    Certainty certainty() {
      if (age.isEmpty() || age.get().compareTo(policy.staleAfter()) > 0) {
        return Certainty.CALL_THE_STORE;
      }
      return age.get().compareTo(policy.freshFor()) > 0 ? Certainty.AT_LEAST : Certainty.EXACT;
    }

    /** How many pieces are kept back of each SKU. */
    long pieces() {
      if (certainty() == Certainty.CALL_THE_STORE) {
        boolean stop = policy.whenStale() == WhenStale.STOP_SELLING;
        return stop ? TermAccounts.UNBOUNDED_PIECES : policy.max();
      }
      long steps =
          Math.max(0, age.orElseThrow().minus(policy.freshFor()).toMillis())
              / policy.every().toMillis();
      return steps > policy.max() ? policy.max() : Math.min(policy.max(), steps * policy.step());
    }
  }

  static final FeedBuffers NONE = new FeedBuffers(Map.of());

  /** Asked for only where the books say that somebody else counts. */
  static FeedBuffers read(Session session, Collection<LocationId> locations, Set<AccountId> books) {
    Set<String> fed =
        locations.stream()
            .filter(location -> books.contains(TermAccounts.fed(location)))
            .map(LocationId::value)
            .collect(Collectors.toSet());
    if (fed.isEmpty()) {
      return NONE;
    }
    Map<LocationId, Heard> heard = new HashMap<>();
    session
        .documents()
        .findAll(FeedDocuments.FED, fed)
        .values()
        .forEach(
            stored -> {
              FeedDocuments.Fed one = stored.value();
              heard.put(one.policy().location(), heard(one, session.now()));
            });
    return new FeedBuffers(heard);
  }

  /** What is told of the future is of now. */
  private static Heard heard(FeedDocuments.Fed fed, Instant now) {
    return new Heard(
        fed.policy(),
        fed.heard(),
        fed.heard().map(at -> at.isAfter(now) ? Duration.ZERO : Duration.between(at, now)));
  }

  OptionalLong pieces(LocationId location) {
    Heard heard = fed.get(location);
    return heard == null ? OptionalLong.empty() : OptionalLong.of(heard.pieces());
  }
}
