package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartEvent;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.HandoffToken;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Tokens by which carts are handed over. A cart has one document for its token, so a new token ends
 * an earlier one, also when both are made at once; a token is found by its hash.
 */
final class Handoffs {

  private static final String HASH = "hash";
  private static final int SECRET_LENGTH_MAX = 128;

  static final DocumentType<HandoffGrant> TYPE =
      DocumentType.of("handoff_token", Json.codec(HandoffGrant.class))
          .foundBy(LookupKey.unique(HASH, grant -> grant.hash().stream().toList()));

  private Handoffs() {}

  static HandoffToken grant(Session session, Cart cart, String secret, Duration life) {
    Instant until = session.now().plus(life);
    String id = cart.id().value();
    Version known = session.documents().find(TYPE, id).map(Stored::version).orElse(Version.NONE);
    HandoffGrant grant =
        new HandoffGrant(cart.id(), cart.owner(), Optional.of(Fingerprint.of(secret)), until);
    Results.commit(
        session, Decision.builder().save(new DocumentWrite<>(TYPE, id, known, grant)).build());
    return new HandoffToken(secret, until);
  }

  static Cart accept(Session session, String secret, Optional<Version> expected) {
    Stored<HandoffGrant> grant = require(session, secret);
    Stored<Cart> stored =
        CartDocuments.find(session, grant.value().cart())
            .filter(found -> found.value().owner().equals(grant.value().owner()))
            .orElseThrow(Handoffs::invalid);
    Cart cart = stored.value();
    CartRules.requireVersion(cart, expected);
    CartRules.requireOpen(cart, session.now());
    ChannelDocuments.settings(session).market().checkCurrency(cart.currency());
    Cart changed = CartRules.handedOver(cart, session.context(), session.now());
    Decision.Builder decision = Decision.builder().save(used(grant));
    CartDocuments.save(decision, stored, changed, handedOver(cart, changed));
    Results.commit(session, decision.build());
    return changed;
  }

  private static CartEvent handedOver(Cart cart, Cart changed) {
    return new CartEvent.CartHandedOver(cart.id(), cart.lastChannel(), changed.lastChannel());
  }

  /**
   * The grant that a secret proves.
   *
   * @throws RefusedException {@code cart.token_invalid}, the same for every reason
   */
  private static Stored<HandoffGrant> require(Session session, String secret) {
    if (secret.length() > SECRET_LENGTH_MAX) {
      throw invalid();
    }
    return session
        .documents()
        .findByUnique(TYPE, HASH, Fingerprint.of(secret))
        .filter(grant -> grant.value().hash().filter(h -> Secrets.matches(secret, h)).isPresent())
        .filter(grant -> session.now().isBefore(grant.value().until()))
        .orElseThrow(Handoffs::invalid);
  }

  private static DocumentWrite<HandoffGrant> used(Stored<HandoffGrant> grant) {
    return DocumentWrite.update(TYPE, grant, grant.value().used());
  }

  private static RefusedException invalid() {
    return new RefusedException(
        CartService.TOKEN_INVALID,
        "The token does not hand over a cart. Ask for a new one.",
        Facts.none());
  }
}
