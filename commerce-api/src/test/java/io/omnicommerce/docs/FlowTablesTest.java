package io.omnicommerce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.FulfillmentFlow;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.payment.PaymentFlow;
import io.omnicommerce.returns.RmaFlow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of states can be read where hosts read: in the documentation of their classes. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class FlowTablesTest {

  private static final Path SOURCES = Path.of("src", "main", "java");

  static Stream<Arguments> flows() {
    return Stream.of(
        Arguments.of(OrderFlow.class, OrderFlow.STANDARD),
        Arguments.of(PaymentFlow.class, PaymentFlow.STANDARD),
        Arguments.of(FulfillmentFlow.class, FulfillmentFlow.STANDARD),
        Arguments.of(RmaFlow.class, RmaFlow.STANDARD));
  }

  @ParameterizedTest
  @MethodSource("flows")
  <S, A> void the_table_in_the_javadoc_is_the_table(Class<?> type, StateMachine<S, A> flow)
      throws IOException {
    assertThat(documented(type)).isEqualTo(told(flow));
  }

  private static <S, A> List<String> told(StateMachine<S, A> flow) {
    List<List<String>> rows = new ArrayList<>(List.of(List.of("from", "action", "to")));
    flow.rows().forEach(row -> rows.add(words(row.from(), row.on(), row.to())));
    flow.states().stream()
        .filter(flow.terminal()::contains)
        .forEach(state -> rows.add(words(state, "", "(ends)")));
    String form = "%-" + width(rows, 0) + "s  %-" + width(rows, 1) + "s  %s";
    return rows.stream().map(row -> form.formatted(row.toArray())).toList();
  }

  private static List<String> words(Object from, Object on, Object to) {
    return List.of(from.toString(), on.toString(), to.toString());
  }

  private static int width(List<List<String>> rows, int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }

  private static List<String> documented(Class<?> type) throws IOException {
    String source = Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
    String table = source.substring(source.indexOf("<pre>\n") + 6, source.indexOf(" * </pre>"));
    return table.lines().map(line -> line.substring(3)).toList();
  }
}
