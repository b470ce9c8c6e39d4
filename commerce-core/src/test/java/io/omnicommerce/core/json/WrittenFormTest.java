package io.omnicommerce.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Version;
import io.omnicommerce.customer.Email;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.storage.Codec;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The form of every kind of word, to the letter: what hosts have stored in it stays readable. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class WrittenFormTest {

  record Amounts(Money money, UnitPrice price, Quantity quantity, Currency currency) {}

  record Times(Instant at, Duration takes, LocalTime opens, LocalTime closes, ZoneId zone) {}

  record Numbers(long big, int small, boolean flag, BigDecimal exact, Version version) {}

  record Perhaps(Optional<Sku> sku, OptionalLong limit, Optional<Boolean> flag) {}

  record Many(List<Sku> list, Set<DayOfWeek> days, SortedSet<Email> emails) {}

  record Named(Map<Sku, Set<String>> map, Conventions conventions) {}

  record Choice(Condition first, Condition.NthOrder second) {}

  @Test
  void amounts_have_their_currency() {
    assertWritten(
        Amounts.class,
        new Amounts(
            Money.of("-12.30", Currencies.of("GBP")),
            UnitPrice.of("0.0012", Currencies.of("EUR")),
            Quantity.ofUnits(1_500, 3),
            Currencies.of("JPY")),
        "{'money':'GBP -12.30','price':'EUR 0.0012','quantity':'1.5','currency':'JPY'}");
  }

  @Test
  void times_are_written_as_ISO_8601_has_them() {
    assertWritten(
        Times.class,
        new Times(
            Instant.ofEpochSecond(-1, 500_000_000),
            Duration.ofMinutes(90),
            LocalTime.of(9, 0),
            LocalTime.MAX,
            ZoneId.of("Europe/London")),
        "{'at':'1969-12-31T23:59:59.500Z','takes':'PT1H30M','opens':'09:00:00',"
            + "'closes':'23:59:59.999999999','zone':'Europe/London'}");
  }

  @Test
  void numbers_are_plain() {
    assertWritten(
        Numbers.class,
        new Numbers(Long.MIN_VALUE, -7, true, new BigDecimal("0.00000010"), Version.of(3)),
        "{'big':-9223372036854775808,'small':-7,'flag':true,'exact':0.00000010,'version':3}");
  }

  @Test
  void what_is_empty_is_left_out_and_may_be_null() {
    Perhaps nothing = new Perhaps(Optional.empty(), OptionalLong.empty(), Optional.empty());

    assertWritten(
        Perhaps.class,
        new Perhaps(Optional.of(Sku.of("MUG")), OptionalLong.of(4), Optional.of(false)),
        "{'sku':'MUG','limit':4,'flag':false}");
    assertWritten(Perhaps.class, nothing, "{}");
    assertThat(Json.codec(Perhaps.class).decode(quoted("{'limit':null,'sku':null}")))
        .isEqualTo(nothing);
  }

  @Test
  void sets_are_sorted_and_lists_are_not() {
    assertWritten(
        Many.class,
        new Many(
            List.of(Sku.of("B"), Sku.of("A"), Sku.of("B")),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            new TreeSet<>(Set.of(Email.of("b@example.com"), Email.of("a@example.com")))),
        "{'list':['B','A','B'],'days':['FRIDAY','MONDAY'],"
            + "'emails':['a@example.com','b@example.com']}");
  }

  @Test
  void maps_are_sorted_by_name_and_conventions_say_what_differs() {
    assertWritten(
        Named.class,
        new Named(
            Map.of(Sku.of("B"), Set.of(), Sku.of("A"), Set.of("\"y\"", "ä/\n")),
            Conventions.STANDARD.withRounding(Rounding.HALF_EVEN)),
        "{'map':{'A':['\\'y\\'','ä/\\n'],'B':[]},'conventions':{'rounding':'half_even'}}");
  }

  @Test
  void one_of_a_closed_set_says_which_it_is() {
    assertWritten(
        Choice.class,
        new Choice(
            new Condition.Not(new Condition.CustomerIn(Set.of("staff"))),
            new Condition.NthOrder(1)),
        "{'first':{'is':'Not','condition':{'is':'CustomerIn','groups':['staff']}},"
            + "'second':{'is':'NthOrder','n':1}}");
  }

  @Test
  void which_it_is_may_be_said_anywhere_in_it() {
    String text =
        "{'second':{'n':1,'is':'NthOrder'},"
            + "'first':{ 'condition':{'groups':['is}'],'is':'CustomerIn'},'is':'Not'}}";

    assertThat(Json.codec(Choice.class).decode(quoted(text)))
        .isEqualTo(
            Json.codec(Choice.class).decode(quoted(text.replace("{", " ".repeat(9_999) + "{ "))))
        .isEqualTo(
            new Choice(
                new Condition.Not(new Condition.CustomerIn(Set.of("is}"))),
                new Condition.NthOrder(1)));
  }

  @Test
  void abuse_128_only_the_closed_set_of_the_place_can_be_named() {
    assertRefused("{'first':{'is':'NthOrder','n':1},'second':{'is':'Not','n':1}}", "/second/is");
    assertRefused("{'first':{'is':'Gift','n':1}}", "/first/is");
    assertRefused("{'first':{'is':1,'n':1}}", "/first/is");
    assertRefused("{'first':{'n':1}}", "/first/is");
    assertRefused("{'first':{}}", "/first/is");
    assertRefused("{'first':{'is':'NthOrder','is':'NthOrder','n':1}}", "/first/is");
    assertRefused("{'first':{'n':1,'is':'NthOrder','as':1}}", "/first/as");
  }

  @Test
  void an_event_is_written_under_the_name_of_its_record() {
    DomainEvent received =
        new InventoryEvent.StockReceived(
            LocationId.of("LON"), List.of(SkuQuantity.of(Sku.of("MUG"), Quantity.of(10))));
    String text = "{'is':'StockReceived','location':'LON','lines':[{'sku':'MUG','quantity':'10'}]}";

    assertWritten(Json.events(), received, text);
    assertThatThrownBy(() -> Json.events().decode(quoted(text.replace("Received", "Stolen"))))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void an_event_of_somebody_else_is_not_written() {
    DomainEvent foreign = () -> "shop.opened";

    assertThatThrownBy(() -> Json.events().encode(foreign))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WrittenFormTest");
  }

  private static <T> void assertWritten(Class<T> type, T value, String text) {
    assertWritten(Json.codec(type), value, text);
  }

  private static <T> void assertWritten(Codec<T> codec, T value, String text) {
    assertThat(codec.encode(value)).isEqualTo(quoted(text));
    assertThat(codec.decode(quoted(text))).isEqualTo(value);
  }

  private static void assertRefused(String text, String place) {
    assertThatThrownBy(() -> Json.codec(Choice.class).decode(quoted(text)), text)
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> assertThat(refused.field()).isEqualTo("json" + place))
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Json.INVALID);
  }

  private static String quoted(String text) {
    return text.replace('\'', '"');
  }
}
