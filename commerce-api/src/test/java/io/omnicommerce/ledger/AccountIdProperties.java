package io.omnicommerce.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CommerceException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class AccountIdProperties {

  @Property
  void reading_undoes_writing(@ForAll("accounts") AccountId account) {
    assertThat(AccountId.parse(account.toString())).isEqualTo(account);
  }

  @Property
  void two_accounts_never_share_a_name(
      @ForAll("accounts") AccountId a, @ForAll("accounts") AccountId b) {
    assertThat(a.toString().equals(b.toString())).isEqualTo(a.equals(b));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
  }

  @Property
  void one_account_never_has_two_names(@ForAll("nearlyNames") String text) {
    try {
      assertThat(AccountId.parse(text)).hasToString(text);
    } catch (CommerceException refused) {
      assertThat(refused.code().value())
          .isIn("ledger.invalid_account", "input.blank", "input.too_long");
    }
  }

  @Property
  void a_name_fits_its_column(
      @ForAll("longParts") String item, @ForAll("longParts") String holder) {
    try {
      assertThat(AccountId.of("stock", item, holder).toString().length())
          .isLessThanOrEqualTo(AccountId.LENGTH_MAX);
    } catch (CommerceException refused) {
      assertThat(refused.code().value()).isEqualTo("input.too_long");
    }
  }

  @Provide
  Arbitrary<AccountId> accounts() {
    Arbitrary<String> holder = Arbitraries.oneOf(parts(), Arbitraries.just(""));
    Arbitrary<AccountId> bounded =
        Combinators.combine(Arbitraries.of("stock", "coupon", "a%2Fb"), parts(), holder)
            .as(AccountId::of);
    Arbitrary<AccountId> contra =
        Arbitraries.of("@received", "@", "@2F", "@%2F").map(AccountId::contra);
    return Arbitraries.frequencyOf(Tuple.of(9, bounded), Tuple.of(1, contra));
  }

  @Provide
  Arbitrary<String> nearlyNames() {
    return Arbitraries.strings().withChars("a/%2F5f@ ").ofMaxLength(12);
  }

  @Provide
  Arbitrary<String> longParts() {
    return Arbitraries.strings().withChars("a/%").ofMinLength(30).ofMaxLength(64);
  }

  private static Arbitrary<String> parts() {
    return Arbitraries.strings().withChars("aA/%2F5>").ofMinLength(1).ofMaxLength(6);
  }
}
