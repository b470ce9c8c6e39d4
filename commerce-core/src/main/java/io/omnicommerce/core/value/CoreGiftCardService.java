package io.omnicommerce.core.value;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.spi.SecretGenerator;
import io.omnicommerce.core.common.CheckedSecrets;
import io.omnicommerce.core.common.Secrets;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.value.GiftCard;
import io.omnicommerce.value.GiftCardBalance;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardEntry;
import io.omnicommerce.value.GiftCardEvent;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardService;
import io.omnicommerce.value.GiftCardStatus;
import io.omnicommerce.value.GiftCardUse;
import io.omnicommerce.value.IssuedGiftCard;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** The service of gift cards. */
public final class CoreGiftCardService implements GiftCardService {

  private static final String LOAD = "gift_card.load";
  private static final int CODE_LENGTH = 16;

  private final Storage storage;
  private final SecretGenerator secrets;
  private final AttemptLimit attempts;

  public CoreGiftCardService(Storage storage, SecretGenerator secrets, AttemptLimit attempts) {
    this.storage = storage;
    this.secrets = new CheckedSecrets(secrets);
    this.attempts = attempts;
  }

  @Override
  public IssuedGiftCard issue(
      CallContext context, GiftCardId id, Money amount, Optional<Instant> expiresAt) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(expiresAt, "expiresAt");
    context.actor().require(ISSUE);
    GiftCardCode code = newCode();
    Issue issue = new Issue(id, code, false, amount, expiresAt);
    Issued issued = storage.inTransaction(context, session -> issue(session, issue));
    return new IssuedGiftCard(issued.card(), issued.fresh() ? Optional.of(code) : Optional.empty());
  }

  @Override
  public GiftCard issue(
      CallContext context,
      GiftCardId id,
      GiftCardCode code,
      Money amount,
      Optional<Instant> expiresAt) {
    Objects.requireNonNull(code, "code");
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(expiresAt, "expiresAt");
    context.actor().require(ISSUE);
    Issue issue = new Issue(id, code, true, amount, expiresAt);
    try {
      return storage.inTransaction(context, session -> printed(session, issue)).card();
    } catch (StorageException failed) {
      throw failed.code().equals(StorageException.KEY_TAKEN) ? codeTaken() : failed;
    }
  }

  /**
   * What is to be issued.
   *
   * @param given whether the code is the caller's
   */
  private record Issue(
      GiftCardId id, GiftCardCode code, boolean given, Money amount, Optional<Instant> expiresAt) {

    boolean isOf(KeptGiftCard kept) {
      return GiftCardRules.isRepeat(kept.card(), amount, expiresAt)
          && (!given || kept.codeHash().equals(GiftCardDocuments.hash(code)));
    }
  }

  private record Issued(GiftCard card, boolean fresh) {}

  private static Issued printed(Session session, Issue issue) {
    GiftCardDocuments.byCode(session, issue.code())
        .filter(card -> !card.id().equals(issue.id()))
        .ifPresent(
            other -> {
              throw codeTaken();
            });
    return issue(session, issue);
  }

  private static Issued issue(Session session, Issue issue) {
    Optional<KeptGiftCard> known = GiftCardDocuments.find(session, issue.id()).map(Stored::value);
    GiftCard card =
        GiftCardRules.issued(issue.id(), issue.amount(), issue.expiresAt(), session.now());
    if (known.isPresent()) {
      return known
          .filter(issue::isOf)
          .map(same -> new Issued(same.card(), false))
          .orElseThrow(() -> idTaken(issue.id()));
    }
    KeptGiftCard kept = new KeptGiftCard(card, GiftCardDocuments.hash(issue.code()));
    Results.commit(
        session,
        Decision.builder()
            .save(DocumentWrite.create(GiftCardDocuments.TYPE, card.id().value(), kept))
            .step(new LedgerStep.Post(GiftCardAccounts.loading(card, issue.amount())))
            .event(
                GiftCardDocuments.event(
                    card, new GiftCardEvent.GiftCardIssued(card.id(), issue.amount())))
            .build());
    return new Issued(card, true);
  }

  @Override
  public GiftCardBalance load(
      CallContext context, GiftCardId id, Money amount, IdempotencyKey key) {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(key, "key");
    context.actor().require(ISSUE);
    storage.inTransaction(context, session -> load(session, id, amount, key));
    return storage.inTransaction(
        context, session -> balance(session, GiftCardDocuments.require(session, id)));
  }

  private static boolean load(Session session, GiftCardId id, Money amount, IdempotencyKey key) {
    String content = id + "\n" + amount;
    Stored<KeptGiftCard> stored = GiftCardDocuments.require(session, id);
    if (Commands.resultOf(session, LOAD, key, content).isPresent()) {
      return false;
    }
    GiftCard loaded = GiftCardRules.loaded(stored.value().card(), amount, session.now());
    Results.commit(
        session,
        saved(stored, loaded)
            .save(Commands.done(session, LOAD, key, content, id.value()))
            .step(new LedgerStep.Post(GiftCardAccounts.loading(loaded, amount)))
            .event(GiftCardDocuments.event(loaded, new GiftCardEvent.GiftCardLoaded(id, amount)))
            .build());
    return true;
  }

  @Override
  public GiftCardBalance balance(CallContext context, GiftCardCode code) {
    Objects.requireNonNull(code, "code");
    Asked asked = storage.inTransaction(context, session -> ask(session, code));
    return asked.balance().orElseThrow(() -> asked.refusal().orElseThrow());
  }

  /** Answered and not thrown, so that what is wrong stays written down. */
  private record Asked(Optional<GiftCardBalance> balance, Optional<RefusedException> refusal) {}

  private Asked ask(Session session, GiftCardCode code) {
    PresentedCards presented =
        PresentedCards.of(session, attempts, List.of(GiftCardUse.of(code)), Optional.empty());
    if (presented.refusal().isPresent()) {
      presented.writeDown();
      return new Asked(Optional.empty(), presented.refusal().map(RefusedException::new));
    }
    return new Asked(
        presented.cards().stream().findFirst().map(card -> balance(session, card)),
        Optional.empty());
  }

  @Override
  public GiftCardBalance get(CallContext context, GiftCardId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(VIEW);
    return storage.inTransaction(
        context, session -> balance(session, GiftCardDocuments.require(session, id)));
  }

  @Override
  public Page<GiftCardEntry> entries(CallContext context, GiftCardId id, PageRequest page) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(page, "page");
    context.actor().require(VIEW);
    return storage.inTransaction(
        context,
        session -> {
          GiftCard card = GiftCardDocuments.require(session, id).value().card();
          return session
              .ledger()
              .entries(GiftCardAccounts.of(card), page)
              .map(entry -> entry(card, entry));
        });
  }

  private static GiftCardEntry entry(GiftCard card, Entry entry) {
    boolean takes = entry.from().equals(GiftCardAccounts.of(card));
    AccountId other = takes ? entry.to() : entry.from();
    return new GiftCardEntry(
        kind(takes, other),
        GiftCardAccounts.amount(entry, card.currency()),
        other.isContra() ? Optional.empty() : Optional.of(Reference.of("payment", other.item())),
        entry.at());
  }

  private static GiftCardEntry.Kind kind(boolean takes, AccountId other) {
    if (takes) {
      return other.isContra() ? GiftCardEntry.Kind.EXPIRED : GiftCardEntry.Kind.SPENT;
    }
    return other.isContra() ? GiftCardEntry.Kind.LOADED : GiftCardEntry.Kind.GIVEN_BACK;
  }

  @Override
  public GiftCard block(CallContext context, GiftCardId id) {
    return change(
        context,
        id,
        "blocked",
        (card, now) -> GiftCardRules.withStatus(card, GiftCardStatus.BLOCKED));
  }

  @Override
  public GiftCard unblock(CallContext context, GiftCardId id) {
    return change(
        context,
        id,
        "unblocked",
        (card, now) -> GiftCardRules.withStatus(card, GiftCardStatus.ACTIVE));
  }

  @Override
  public GiftCard endAt(CallContext context, GiftCardId id, Optional<Instant> expiresAt) {
    Objects.requireNonNull(expiresAt, "expiresAt");
    return change(context, id, "end_moved", (card, now) -> GiftCardRules.withEnd(card, expiresAt));
  }

  private GiftCard change(
      CallContext context,
      GiftCardId id,
      String what,
      BiFunction<GiftCard, Instant, GiftCard> rule) {
    Objects.requireNonNull(id, "id");
    context.actor().require(MANAGE);
    return storage.inTransaction(
        context,
        session -> {
          Stored<KeptGiftCard> stored = GiftCardDocuments.require(session, id);
          GiftCard changed = rule.apply(stored.value().card(), session.now());
          if (!changed.equals(stored.value().card())) {
            Results.commit(session, told(saved(stored, changed), changed, what).build());
          }
          return changed;
        });
  }

  @Override
  public GiftCardCode replaceCode(CallContext context, GiftCardId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(MANAGE);
    GiftCardCode code = newCode();
    storage.inTransaction(
        context,
        session -> {
          Stored<KeptGiftCard> stored = GiftCardDocuments.require(session, id);
          GiftCard changed = GiftCardRules.next(stored.value().card());
          KeptGiftCard kept = stored.value().withCode(changed, GiftCardDocuments.hash(code));
          Decision.Builder decision =
              Decision.builder().save(DocumentWrite.update(GiftCardDocuments.TYPE, stored, kept));
          Results.commit(session, told(decision, changed, "code_replaced").build());
          return changed;
        });
    return code;
  }

  @Override
  public Money expire(CallContext context, GiftCardId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(MANAGE);
    return storage.inTransaction(context, session -> expire(session, id));
  }

  private static Money expire(Session session, GiftCardId id) {
    Stored<KeptGiftCard> stored = GiftCardDocuments.require(session, id);
    GiftCard card = stored.value().card();
    GiftCardRules.requireExpired(card, session.now());
    Money left = balance(session, card).available();
    if (!left.isPositive()) {
      return left;
    }
    GiftCard expired = GiftCardRules.next(card);
    CommitResult result =
        session.commit(
            saved(stored, expired)
                .step(new LedgerStep.Post(GiftCardAccounts.expiry(expired, left)))
                .event(
                    GiftCardDocuments.event(expired, new GiftCardEvent.GiftCardExpired(id, left)))
                .build());
    if (result instanceof CommitResult.Refused) {
      throw StorageException.conflict("balance of the gift card " + id);
    }
    Results.checkCurrent(result);
    return left;
  }

  private GiftCardCode newCode() {
    return GiftCardCode.of(Secrets.code(secrets, CODE_LENGTH));
  }

  private static Decision.Builder saved(Stored<KeptGiftCard> stored, GiftCard card) {
    return Decision.builder()
        .save(DocumentWrite.update(GiftCardDocuments.TYPE, stored, stored.value().withCard(card)));
  }

  private static Decision.Builder told(Decision.Builder decision, GiftCard card, String what) {
    return decision.event(
        GiftCardDocuments.event(card, new GiftCardEvent.GiftCardChanged(card.id(), what)));
  }

  private static GiftCardBalance balance(Session session, Stored<KeptGiftCard> stored) {
    return balance(session, stored.value().card());
  }

  private static GiftCardBalance balance(Session session, GiftCard card) {
    Balance balance = GiftCardAccounts.balance(session, card);
    return new GiftCardBalance(
        card,
        GiftCardAccounts.available(card, balance),
        Money.ofMinor(balance.held(), card.currency()));
  }

  private static RefusedException idTaken(GiftCardId id) {
    return new RefusedException(
        ID_TAKEN,
        "The id " + id + " belongs to another gift card. Use another id.",
        Facts.of("giftCard", id));
  }

  private static RefusedException codeTaken() {
    return new RefusedException(
        CODE_TAKEN, "The code belongs to another gift card. Use another code.", Facts.none());
  }
}
