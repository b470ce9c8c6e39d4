package io.omnicommerce.core.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.promotion.CodeAlphabet;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionId;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** Codes that follow from a secret: all different, all known again, and no others. */
class BatchCodesProperties {

  private static final String PREFIX = "SPRING";
  private static final int ALL = 2_000;

  @Property(tries = 1_000)
  void a_code_is_known_again_by_its_number_however_it_is_typed(
      @ForAll("batches") KeptBatch batch, @ForAll @LongRange(max = 9_999_999) long any) {
    long number = any % batch.batch().count();
    BatchCodes codes = new BatchCodes(batch);

    String body = body(codes.code(number));

    assertThat(codes.number(body)).hasValue(number);
    assertThat(codes.number(body.replace("-", ""))).hasValue(number);
    assertThat(codes.number(body.toLowerCase(Locale.ROOT))).hasValue(number);
  }

  @Property(tries = 1_000)
  void blanks_and_dashes_of_any_kind_count_nowhere(
      @ForAll("batches") KeptBatch batch,
      @ForAll @LongRange(max = 9_999_999) long any,
      @ForAll("strewn") List<String> strewn) {
    CouponCode code = new BatchCodes(batch).code(any % batch.batch().count());
    String plain = code.value().replace("-", "");
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      typed.append(strewn.get(i)).append(plain.charAt(i));
    }

    TypedCode read = TypedCode.of(CouponCode.of(typed.toString().toLowerCase(Locale.ROOT)));

    assertThat(read.prefixes()).contains(PREFIX);
    assertThat(read.in(batch).orElseThrow().coupon().code()).isEqualTo(code);
  }

  @Property(tries = 50)
  void all_codes_of_a_batch_differ(@ForAll("batches") KeptBatch batch) {
    long count = Math.min(ALL, batch.batch().count());

    assertThat(codes(batch, count)).hasSize((int) count);
  }

  @Property(tries = 200)
  void what_is_no_code_of_the_batch_is_refused(
      @ForAll("batches") KeptBatch kept, @ForAll("letters") String letters) {
    KeptBatch batch = kept.withBatch(kept.batch().withCount(Math.min(200, kept.batch().count())));
    String other = letters.substring(0, batch.batch().length());

    OptionalLong number = new BatchCodes(batch).number(other);

    assertThat(number.isPresent()).isEqualTo(codes(batch, batch.batch().count()).contains(other));
  }

  @Property(tries = 200)
  void a_changed_character_is_another_code_or_none(
      @ForAll("batches") KeptBatch batch,
      @ForAll @LongRange(max = 9_999_999) long any,
      @ForAll @LongRange(min = 1, max = 9) long by) {
    BatchCodes codes = new BatchCodes(batch);
    long number = any % batch.batch().count();
    String body = body(codes.code(number)).replace("-", "");
    String characters = batch.batch().alphabet().characters();
    int place = (int) (any % body.length());
    int digit = characters.indexOf(body.charAt(place));
    char changed = characters.charAt((int) ((digit + by) % characters.length()));

    OptionalLong read =
        codes.number(body.substring(0, place) + changed + body.substring(place + 1));

    assertThat(read).isNotEqualTo(OptionalLong.of(number));
  }

  @Property(tries = 200)
  void the_codes_of_another_secret_are_none(
      @ForAll("batches") KeptBatch batch, @ForAll @LongRange(max = 9_999_999) long any) {
    KeptBatch other = new KeptBatch(batch.batch(), batch.secret() + "0");
    String body = body(new BatchCodes(batch).code(any % batch.batch().count()));

    assertThat(new BatchCodes(other).number(body)).isEmpty();
  }

  @Property(tries = 200)
  void a_batch_that_grows_keeps_its_codes(
      @ForAll("batches") KeptBatch batch, @ForAll @LongRange(max = 9_999_999) long any) {
    KeptBatch fewer = batch.withBatch(batch.batch().withCount(1 + any % batch.batch().count()));

    assertThat(new BatchCodes(fewer).code(any % fewer.batch().count()))
        .isEqualTo(new BatchCodes(batch).code(any % fewer.batch().count()));
  }

  private static Set<String> codes(KeptBatch batch, long count) {
    BatchCodes codes = new BatchCodes(batch);
    return LongStream.range(0, count)
        .mapToObj(number -> body(codes.code(number)).replace("-", ""))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static String body(CouponCode code) {
    return code.value().substring(PREFIX.length());
  }

  @Provide
  Arbitrary<KeptBatch> batches() {
    return Combinators.combine(
            Arbitraries.of(CodeAlphabet.values()),
            Arbitraries.integers().between(CouponBatch.LENGTH_MIN, CouponBatch.LENGTH_MAX),
            Arbitraries.longs().between(1, CouponBatch.COUNT_MAX),
            Arbitraries.longs())
        .as(BatchCodesProperties::batch);
  }

  private static KeptBatch batch(CodeAlphabet of, int atLeast, long count, long secret) {
    int length = atLeast;
    while (texts(of, length) / CouponBatch.GUESSES_MIN < count) {
      length++;
    }
    CouponBatch batch =
        CouponBatch.of(PREFIX, PromotionId.of("p"), 1).withCodes(of, length).withCount(count);
    return new KeptBatch(batch, Long.toHexString(secret));
  }

  /** How many texts there are, as far as it matters. */
  private static long texts(CodeAlphabet of, int length) {
    long texts = 1;
    for (int i = 0; i < length && texts < Long.MAX_VALUE / 64; i++) {
      texts *= of.size();
    }
    return texts;
  }

  /** What stands before each character of a code as it is typed: mostly nothing. */
  @Provide
  Arbitrary<List<String>> strewn() {
    return Arbitraries.of(
            "", "", "", "-", " ", "\u00A0", "\t", "\u2010", "\u2011", "\u2013", "\u2014")
        .list()
        .ofSize(PREFIX.length() + CouponBatch.LENGTH_MAX);
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.strings().withChars("0123456789ABCDEFGHJKMNPQRSTVWXYZ").ofLength(24);
  }
}
