package io.omnicommerce.core.promotion;

import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * A code that somebody typed, as batches read it: dashes count nowhere, so what its prefix is only
 * the batches know.
 */
record TypedCode(String plain) {

  static TypedCode of(CouponCode code) {
    return new TypedCode(code.key().replace("-", ""));
  }

  /** The prefixes of all batches of which it may be a code, the longest first. */
  List<String> prefixes() {
    int shortest = Math.max(1, plain.length() - CouponBatch.LENGTH_MAX);
    int longest = Math.min(CouponBatch.PREFIX_LENGTH_MAX, plain.length() - CouponBatch.LENGTH_MIN);
    return IntStream.iterate(longest, length -> length >= shortest, length -> length - 1)
        .mapToObj(length -> plain.substring(0, length))
        .toList();
  }

  /** The coupon of a batch whose prefix it has, if it is a code of it. */
  Optional<KnownCoupon> in(KeptBatch kept) {
    BatchCodes codes = new BatchCodes(kept);
    OptionalLong number = codes.number(plain.substring(kept.batch().prefix().length()));
    return number.isPresent()
        ? Optional.of(KnownCoupon.of(kept.batch(), codes.code(number.getAsLong())))
        : Optional.empty();
  }
}
