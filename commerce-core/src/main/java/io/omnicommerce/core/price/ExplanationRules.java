package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceCandidate;
import io.omnicommerce.price.PriceCandidate.Verdict;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Why a SKU has its price: the same selection, with every row that there is. */
final class ExplanationRules {

  private final PriceBook book;
  private final PriceQuestion question;
  private final Preference rows;
  private final Preference lists;

  private ExplanationRules(PriceBook book, PriceQuestion question) {
    this.book = book;
    this.question = question;
    Selection selection = Selection.of(question.conventions());
    rows = selection.rows();
    lists = selection.lists(question.conventions());
  }

  /**
   * @param book every list, whether it applies or not, with its entry for the SKU
   */
  static PriceExplanation explain(
      PriceBook book, PriceFacts facts, PriceQuestion question, Sku sku, Quantity quantity) {
    Optional<PriceAnswer> answer = facts.price(sku, quantity);
    return new PriceExplanation(
        sku, answer, new ExplanationRules(book, question).candidates(facts, sku, quantity));
  }

  private List<PriceCandidate> candidates(PriceFacts facts, Sku sku, Quantity quantity) {
    Chosen chosen = new Chosen(facts.best(sku, quantity, false), facts.best(sku, quantity, true));
    List<PriceCandidate> candidates = new ArrayList<>();
    List<PriceList> all = new ArrayList<>(book.lists().values());
    all.sort(Comparator.comparing(PriceList::id));
    for (PriceList list : all) {
      ofList(candidates, PriceRules.everything(book, list, sku, rows), quantity, chosen);
    }
    return candidates;
  }

  /** What counts, and what would count without sales. */
  private record Chosen(@Nullable Offer best, @Nullable Offer base) {
    boolean is(Offer offer) {
      return best != null && best.list().id().equals(offer.list().id());
    }

    boolean hasOriginal(Offer offer) {
      return best != null
          && best.list().kind() == PriceList.Kind.SALE
          && base != null
          && base.list().id().equals(offer.list().id());
    }
  }

  /** The first row of a list that nothing hinders stands for it; the others lose against it. */
  private void ofList(
      List<PriceCandidate> candidates, List<Offer> offers, Quantity quantity, Chosen chosen) {
    Offer first = null;
    for (Offer offer : offers) {
      Verdict verdict = hindrance(offer, quantity);
      if (verdict == null && first != null) {
        verdict = within(first, offer);
      } else if (verdict == null) {
        first = offer;
        verdict = between(offer, chosen);
      }
      candidates.add(
          new PriceCandidate(
              offer.list().id(),
              offer.list().kind(),
              offer.source(),
              offer.row(),
              offer.price(),
              verdict,
              asks(offer, verdict)));
    }
  }

  private Optional<String> asks(Offer offer, Verdict verdict) {
    return switch (verdict) {
      case LIST_CONDITION -> ConditionWords.unmet(offer.list().conditions(), question);
      case ROW_CONDITION -> ConditionWords.unmet(offer.row().conditions(), question);
      default -> Optional.empty();
    };
  }

  private Verdict within(Offer first, Offer offer) {
    return first.source().equals(offer.source())
        ? rows.verdict(first, offer)
        : Verdict.BEHIND_OWN_ROW;
  }

  private Verdict between(Offer offer, Chosen chosen) {
    if (chosen.is(offer) || chosen.best() == null) {
      return Verdict.CHOSEN;
    }
    return chosen.hasOriginal(offer) ? Verdict.ORIGINAL : lists.verdict(chosen.best(), offer);
  }

  /** Why an offer could not count, whatever others there are. */
  private @Nullable Verdict hindrance(Offer offer, Quantity quantity) {
    PriceList list = offer.list();
    if (list.kind() == PriceList.Kind.COST) {
      return Verdict.NOT_FOR_SALE;
    }
    if (!list.currency().equals(question.currency())) {
      return Verdict.OTHER_CURRENCY;
    }
    if (!list.window().contains(question.at())) {
      return Verdict.LIST_NOT_IN_FORCE;
    }
    if (!ConditionRules.hold(list.conditions(), question)) {
      return Verdict.LIST_CONDITION;
    }
    return rowHindrance(offer, quantity);
  }

  private @Nullable Verdict rowHindrance(Offer offer, Quantity quantity) {
    if (!offer.row().window().contains(question.at())) {
      return Verdict.ROW_NOT_IN_FORCE;
    }
    if (!ConditionRules.hold(offer.row().conditions(), question)) {
      return Verdict.ROW_CONDITION;
    }
    if (offer.row().from().compareTo(quantity) > 0) {
      return Verdict.BELOW_TIER;
    }
    return offer.endsBelow(quantity) ? Verdict.ABOVE_TIER : null;
  }
}
