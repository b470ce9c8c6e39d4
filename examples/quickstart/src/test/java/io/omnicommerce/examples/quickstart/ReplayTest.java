package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderNumber;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayTest {

  private static final CallContext CONTEXT =
      CallContext.of(TenantId.of("online-retail"), ChannelId.of("web"), Staff.replayer());

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(strings = {"memory", "h2"})
  void every_row_of_a_nasty_file_ends_as_one_of_these(String storage) throws Exception {
    replay(
        storage,
        OptionalLong.empty(),
        nasty(),
        (run, checks) -> {
          assertThat(checks.list()).allMatch(Checks.Check::holds);
          assertThat(run.outcomes().rows()).isEqualTo(36);
          assertThat(rows(run, OutcomeKind.ORDER_LINE)).isEqualTo(16);
          assertThat(rows(run, OutcomeKind.CHARGE)).isEqualTo(2);
          assertThat(rows(run, OutcomeKind.RETURN_LINE)).isEqualTo(1);
          assertThat(rows(run, OutcomeKind.CREDIT)).isEqualTo(1);
          assertThat(rows(run, OutcomeKind.STOCK)).isEqualTo(2);
          assertThat(rows(run, OutcomeKind.REFUSAL)).isEqualTo(10);
          assertThat(rows(run, OutcomeKind.BAD)).isEqualTo(4);
        });
  }

  @Test
  void every_refusal_has_its_code() throws Exception {
    replay(
        "memory",
        OptionalLong.empty(),
        nasty(),
        (run, checks) -> {
          assertThat(run.outcomes().refusals().keySet())
              .containsExactly(
                  "cart.limit_exceeded",
                  "checkout.missing_step",
                  "checkout.number_taken",
                  "document.repeated",
                  "money.invalid_price",
                  "quantity.invalid",
                  "return.amount_exceeded",
                  "return.original_unknown",
                  "return.quantity_exceeded",
                  "row.fields",
                  "row.quoting");
          assertThat(run.outcomes().refusals().get("return.original_unknown").rows()).isEqualTo(3);
        });
  }

  @Test
  void bad_rows_are_told_with_their_lines() throws Exception {
    replay("memory", OptionalLong.empty(), nasty(), (run, checks) -> {});

    assertThat(output())
        .contains("nasty.csv line 9: ")
        .contains("nasty.csv line 10: ")
        .contains("nasty.csv line 11: ")
        .contains("nasty.csv line 12: ");
  }

  @Test
  void what_rounding_has_lost_is_a_row_of_its_own() throws Exception {
    replay(
        "memory",
        OptionalLong.empty(),
        nasty(),
        (run, checks) -> assertThat(run.books().rounding()).isEqualByComparingTo("0.003"));
  }

  @Test
  void with_too_little_stock_lines_are_refused_and_the_rest_is_sold() throws Exception {
    replay(
        "memory",
        OptionalLong.of(9),
        nasty(),
        (run, checks) -> {
          assertThat(checks.list()).allMatch(Checks.Check::holds);
          assertThat(run.outcomes().refusals().get("inventory.out_of_stock").rows())
              .isGreaterThan(2);
          assertThat(rows(run, OutcomeKind.CHARGE)).isEqualTo(2);
        });
  }

  @Test
  void an_invoice_becomes_an_order_of_its_time_with_a_line_a_row() throws Exception {
    try (Backend backend = Backend.open("memory", new ReplayClock())) {
      Commerce commerce = run(backend, OptionalLong.empty(), nasty(), (run, checks) -> {});

      Order order = commerce.orders().findByNumber(CONTEXT, OrderNumber.of("600001")).orElseThrow();

      assertThat(order.placedAt()).isEqualTo(Instant.parse("2011-01-04T10:00:00Z"));
      assertThat(order.lines()).extracting(OrderLine::reference).doesNotHaveDuplicates().hasSize(5);
      assertThat(order.totals().grand()).hasToString("GBP 50.95");
      assertThat(order.line(order.lines().get(0).priced().id()))
          .map(line -> line.returned().toString())
          .isEqualTo(Optional.of("6"));
      assertThat(order.lines().get(1).returned()).hasToString("2");
    }
  }

  @Test
  void the_bundled_week_adds_up_and_the_journey_agrees() {
    int status =
        Quickstart.run(Terminal.to(new PrintStream(printed, true, StandardCharsets.UTF_8)));

    assertThat(status).as(output()).isZero();
    assertThat(output()).contains("17,862").contains("CC BY 4.0").doesNotContain("WRONG");
    assertThat(output().lines()).allMatch(line -> line.length() <= Terminal.WIDTH);
  }

  @Test
  void a_wrong_command_line_ends_with_2() {
    Terminal terminal = Terminal.to(new PrintStream(printed, true, StandardCharsets.UTF_8));

    assertThat(Quickstart.run(terminal, "--storage", "jdbc:nothing:here")).isEqualTo(2);
    assertThat(Quickstart.run(terminal, "--what")).isEqualTo(2);
    assertThat(Quickstart.run(terminal, "--help")).isZero();
  }

  private void replay(
      String storage, OptionalLong stock, Source source, BiConsumer<ReplayRun, Checks> assertions)
      throws Exception {
    try (Backend backend = Backend.open(storage, new ReplayClock())) {
      run(backend, stock, source, assertions);
    }
  }

  private Commerce run(
      Backend backend,
      OptionalLong stock,
      Source source,
      BiConsumer<ReplayRun, Checks> assertions) {
    Options options = new Options(List.of(), stock, "memory", false, true, false);
    Survey survey = new Survey();
    Feed.read(List.of(source), survey, survey);
    Terminal terminal = Terminal.to(new PrintStream(printed, true, StandardCharsets.UTF_8));
    ReplayRun run = new ReplayRun(terminal, options, backend, survey);
    Commerce commerce = backend.commerce();
    Checks checks = run.run(commerce, List.of(source));
    assertions.accept(run, checks);
    return commerce;
  }

  private static long rows(ReplayRun run, OutcomeKind kind) {
    return run.outcomes().of(kind).rows();
  }

  private static Source nasty() {
    return new Source("nasty.csv", () -> ReplayTest.class.getResourceAsStream("nasty.csv"));
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
