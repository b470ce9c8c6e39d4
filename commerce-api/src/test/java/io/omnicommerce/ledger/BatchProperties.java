package io.omnicommerce.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

class BatchProperties {

  private static final BatchId ID = BatchId.of("b-1");

  @Property
  void two_batches_have_the_same_content_exactly_if_their_legs_move_the_same(
      @ForAll("pairs") Tuple2<List<Leg>, List<Leg>> pair) {
    Batch a = Batch.of(ID, pair.get1());
    Batch b = Batch.of(ID, pair.get2());

    assertThat(a.content("post").equals(b.content("post"))).isEqualTo(moves(a).equals(moves(b)));
  }

  @Property
  void the_same_legs_posted_and_held_are_different_content(@ForAll("legs") List<Leg> legs) {
    Batch batch = Batch.of(ID, legs);

    assertThat(batch.content("post")).isNotEqualTo(batch.content("hold"));
    assertThat(batch.content("hold")).isEqualTo(batch.content("hold")).hasSize(32);
  }

  @Property
  void neither_id_nor_openings_are_content(@ForAll("legs") List<Leg> legs, @ForAll long floor) {
    Batch batch = Batch.of(ID, legs);
    Batch other = Batch.of(BatchId.of("b-2"), legs).opening(legs.get(0).to(), floor);

    assertThat(other.content("post")).isEqualTo(batch.content("post"));
  }

  /** The legs without what they leave behind, which is asked of a new batch only. */
  private static List<Leg> moves(Batch batch) {
    return batch.legs().stream()
        .map(
            leg ->
                new Leg(
                    leg.from(),
                    leg.to(),
                    leg.amount(),
                    leg.unit(),
                    OptionalLong.empty(),
                    leg.forced()))
        .toList();
  }

  /** Pairs of lists that differ little, or not at all. */
  @Provide
  Arbitrary<Tuple2<List<Leg>, List<Leg>>> pairs() {
    Arbitrary<Tuple2<List<Leg>, List<Leg>>> any = Combinators.combine(legs(), legs()).as(Tuple::of);
    return Arbitraries.oneOf(any, legs().map(same -> Tuple.of(same, List.copyOf(same))));
  }

  /** Few values, and such as look like the joints between others. */
  @Provide
  Arbitrary<List<Leg>> legs() {
    Arbitrary<AccountId> from = Arbitraries.of("s/a", "s/a>s/b", "s/a s/b").map(AccountId::parse);
    Arbitrary<AccountId> to = Arbitraries.of("t/a", "t/b>t/a", "@out").map(AccountId::parse);
    Arbitrary<String> unit = Arbitraries.of("each", "each forced", "each leave 1", "1 each");
    Arbitrary<OptionalLong> leave =
        Arbitraries.of(OptionalLong.empty(), OptionalLong.of(1), OptionalLong.of(11));
    return Combinators.combine(
            from, to, Arbitraries.of(1L, 11L), unit, leave, Arbitraries.of(true, false))
        .as(Leg::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(2);
  }
}
