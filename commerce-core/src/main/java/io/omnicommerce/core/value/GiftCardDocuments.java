package io.omnicommerce.core.value;

import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Required;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.value.GiftCard;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardEvent;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardService;
import java.util.List;
import java.util.Optional;

/** Gift cards as documents, by id and by the hash of their code. */
public final class GiftCardDocuments {

  private static final String CODE = "code";

  public static final DocumentType<KeptGiftCard> TYPE =
      DocumentType.of("gift_card", Json.codec(KeptGiftCard.class))
          .foundBy(LookupKey.unique(CODE, kept -> List.of(kept.codeHash())));

  private GiftCardDocuments() {}

  static String hash(GiftCardCode code) {
    return Fingerprint.of(code.value());
  }

  static Optional<Stored<KeptGiftCard>> find(Session session, GiftCardId id) {
    return session.documents().find(TYPE, id.value());
  }

  /**
   * @throws NotFoundException {@code gift_card.not_found}
   */
  static Stored<KeptGiftCard> require(Session session, GiftCardId id) {
    return Required.of(session, TYPE, id.value(), GiftCardService.NOT_FOUND);
  }

  /** The card that a code opens, whatever its state. */
  static Optional<GiftCard> byCode(Session session, GiftCardCode code) {
    return session
        .documents()
        .findByUnique(TYPE, CODE, hash(code))
        .map(stored -> stored.value().card());
  }

  static NewEvent event(GiftCard card, GiftCardEvent event) {
    return Events.of(TYPE.name(), card.id().value(), card.version(), event);
  }
}
