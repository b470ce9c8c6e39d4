package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.customer.ContractId;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceCandidate;
import io.omnicommerce.price.PriceCandidate.Verdict;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds of the choice of a price by every policy. */
class PriceSelectionProperties {

  private static final PriceListId OTHER = PriceListId.of("other");
  private static final CompanyId ACME = CompanyId.of("acme");
  private static final ContractId FRAME = ContractId.of("frame-2026");

  /** L11, L18: neither lists nor rows have an order. */
  @Property
  void the_order_in_which_lists_and_rows_are_stored_does_not_matter(
      @ForAll("books") PriceBooks books,
      @ForAll("asking") Asking asking,
      @ForAll @IntRange(min = 1, max = 24) int quantity,
      @ForAll Random random) {
    PriceBooks shuffled =
        new PriceBooks(
            shuffled(books.lists(), random),
            shuffled(books.entries(), random).stream()
                .map(one -> PriceEntry.of(one.list(), one.sku(), shuffled(one.rows(), random)))
                .toList());

    assertThat(shuffled.price(asking.question(), quantity))
        .isEqualTo(books.price(asking.question(), quantity));
  }

  /** Whatever its price, kind and priority are. */
  @Property
  void a_list_that_does_not_apply_never_changes_the_answer(
      @ForAll("books") PriceBooks books,
      @ForAll("asking") Asking asking,
      @ForAll @IntRange(min = 1, max = 24) int quantity,
      @ForAll PriceList.Kind kind,
      @ForAll("failing") PriceConditions conditions) {
    PriceList list = other(kind).withPriority(99);

    Optional<PriceAnswer> answer = books.price(asking.question(), quantity);

    assertThat(
            books
                .with(list.withConditions(conditions), PriceBooks.row(0))
                .price(asking.question(), quantity))
        .isEqualTo(answer);
    assertThat(
            books
                .with(list, PriceBooks.row(0).withConditions(conditions))
                .price(asking.question(), quantity))
        .isEqualTo(answer);
    assertThat(
            books
                .with(list.withWindow(TimeWindow.until(Asking.NOW)), PriceBooks.row(0))
                .price(asking.question(), quantity))
        .isEqualTo(answer);
    assertThat(
            books
                .with(list, PriceBooks.row(0).withFrom(Quantity.of(quantity + 1L)))
                .price(asking.question(), quantity))
        .isEqualTo(answer);
  }

  /** L86: a contract price is for the contract's company, in its window, and for nobody else. */
  @Property
  void L86_a_contract_price_never_leaks_to_anybody_else(
      @ForAll("books") PriceBooks books,
      @ForAll("asking") Asking asking,
      @ForAll("sold") PriceList.Kind kind,
      @ForAll @IntRange(min = 1, max = 24) int quantity) {
    Duration week = Duration.ofDays(7);
    PriceList contract =
        other(kind)
            .withPriority(99)
            .withWindow(TimeWindow.of(Asking.NOW.minus(week), Asking.NOW.plus(week)))
            .withConditions(
                PriceConditions.NONE
                    .withCompanies(Set.of(CompanyId.of("globex")))
                    .withContracts(Set.of(FRAME)));
    PriceBooks agreed = books.with(contract, PriceBooks.row(0));

    assertNotFrom(agreed, asking, quantity);
    assertNotFrom(agreed, asking.as(asking.question().buyer().withContract(FRAME)), quantity);
    assertNotFrom(agreed, asking.forCompany("acme"), quantity);
    asking.forCompany("globex");
    assertNotFrom(agreed, asking.asOf(Asking.NOW.plus(week)), quantity);
    assertThat(asking.question().buyer().company()).contains(CompanyId.of("globex"));
    assertThat(
            new PriceBooks(List.of(contract), agreed.entries())
                .price(asking.asOf(Asking.NOW).question(), quantity)
                .map(PriceAnswer::list))
        .contains(OTHER);
  }

  /** The explanation tells of every row once, and its winner is the answer. */
  @Property
  void an_explanation_has_one_winner_which_is_the_answer_and_names_every_row(
      @ForAll("books") PriceBooks books,
      @ForAll("asking") Asking asking,
      @ForAll @IntRange(min = 1, max = 24) int quantity) {
    PriceQuestion question = asking.question();

    PriceExplanation told = explain(books, question, quantity);

    Optional<PriceAnswer> answer = books.price(question, quantity);
    assertThat(told.answer()).isEqualTo(answer);
    assertThat(told.candidates())
        .hasSize(books.entries().stream().mapToInt(entry -> entry.rows().size()).sum());
    assertThat(having(told, Verdict.CHOSEN).map(PriceCandidate::list))
        .isEqualTo(answer.map(PriceAnswer::list));
    assertThat(having(told, Verdict.CHOSEN).map(PriceCandidate::price))
        .isEqualTo(answer.map(PriceAnswer::price));
    assertThat(having(told, Verdict.ORIGINAL).map(PriceCandidate::price))
        .isEqualTo(
            answer
                .filter(price -> price.kind() == PriceList.Kind.SALE)
                .flatMap(PriceAnswer::original));
  }

  /** Whoever is told that a row lost for being dearer, or of less priority, can look it up. */
  @Property
  void a_row_that_lost_by_policy_would_count_if_the_winning_list_were_not_there(
      @ForAll("books") PriceBooks books,
      @ForAll("asking") Asking asking,
      @ForAll @IntRange(min = 1, max = 24) int quantity) {
    PriceQuestion question = asking.question();
    Optional<PriceAnswer> answer = books.price(question, quantity);

    PriceBooks without =
        new PriceBooks(
            books.lists().stream()
                .filter(list -> answer.filter(one -> one.list().equals(list.id())).isEmpty())
                .toList(),
            books.entries());

    Optional<PriceAnswer> next = without.price(question, quantity);
    assertThat(next.isPresent() && answer.isEmpty()).isFalse();
    next.ifPresent(
        one ->
            assertThat(explain(books, question, quantity).candidates())
                .anyMatch(
                    candidate ->
                        candidate.list().equals(one.list())
                            && candidate.price().equals(one.price())
                            && isLost(candidate.verdict())));
  }

  @Provide
  Arbitrary<PriceBooks> books() {
    return PriceBooks.any();
  }

  @Provide
  Arbitrary<Asking> asking() {
    return PriceBooks.asking();
  }

  /** Kinds of lists whose prices somebody pays. */
  @Provide
  Arbitrary<PriceList.Kind> sold() {
    return Arbitraries.of(PriceList.Kind.class).filter(kind -> kind != PriceList.Kind.COST);
  }

  /** Conditions that hold for nobody who asks here. */
  @Provide
  Arbitrary<PriceConditions> failing() {
    return Arbitraries.of(
        PriceConditions.groups("gold"),
        PriceConditions.NONE.withCompanies(Set.of(ACME)),
        PriceConditions.NONE.withContracts(Set.of(FRAME)).withChannels(Set.of(Asking.WEB)),
        PriceConditions.NONE.withAttribute("region", Set.of("EAST")),
        PriceConditions.NONE.withAttribute("city", Set.of("Leeds")));
  }

  private static void assertNotFrom(PriceBooks agreed, Asking asking, int quantity) {
    assertThat(agreed.price(asking.question(), quantity).map(PriceAnswer::list))
        .isNotEqualTo(Optional.of(OTHER));
  }

  private static PriceExplanation explain(PriceBooks books, PriceQuestion question, int quantity) {
    return ExplanationRules.explain(
        PriceBook.of(books.lists(), books.entries()),
        PriceFacts.of(question, books.lists(), books.entries()),
        question,
        PriceBooks.SKU,
        Quantity.of(quantity));
  }

  private static Optional<PriceCandidate> having(PriceExplanation told, Verdict verdict) {
    List<PriceCandidate> having =
        told.candidates().stream().filter(one -> one.verdict() == verdict).toList();
    assertThat(having).hasSizeLessThanOrEqualTo(1);
    return having.stream().findFirst();
  }

  /** Verdicts from {@code BEHIND_SPECIAL_LIST} on compare a row with another. */
  private static boolean isLost(Verdict verdict) {
    return verdict == Verdict.ORIGINAL || verdict.compareTo(Verdict.BEHIND_SPECIAL_LIST) >= 0;
  }

  private static PriceList other(PriceList.Kind kind) {
    return PriceList.base(OTHER, Asking.GBP).withKind(kind);
  }

  private static <T> List<T> shuffled(List<T> list, Random random) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
