package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Text;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.Decision;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NullArgumentsTest {

  private static final Set<String> KERNEL =
      Set.of(
          "io.omnicommerce.common",
          "io.omnicommerce.common.spi",
          "io.omnicommerce.money",
          "io.omnicommerce.flow",
          "io.omnicommerce.ledger",
          "io.omnicommerce.ledger.spi",
          "io.omnicommerce.storage");

  private static final StateMachine.Table<String, String> TABLE =
      new StateMachine.Table<String, String>("sample").terminal("sample");

  private static final Batch BATCH =
      Batch.of(
          BatchId.of("sample"),
          Leg.of(AccountId.contra("@sample"), AccountId.of("sample", "sample"), 1, "each"));

  /** Writes text as it is. */
  private static final class TextCodec implements Codec<String> {

    @Override
    public String encode(String value) {
      return value;
    }

    @Override
    public String decode(String text) {
      return text;
    }
  }

  @Test
  void abuse_1_null_is_refused_by_name_everywhere_in_the_kernel() {
    List<Class<?>> types = ExportedTypes.ofModuleOf(CallContext.class);

    List<String> problems =
        NullArguments.with(CountryCode.of("GB"), ErrorCode.of("sample.code"), BATCH)
            .sample(Netting.class, new Netting())
            .sample(Decision.Builder.class, Decision.builder())
            .sample(DomainEvent.class, () -> "sample.happened")
            .sample(Codec.class, new TextCodec())
            .sample(StateMachine.class, TABLE.build())
            .sample(StateMachine.Table.class, TABLE)
            .except(e -> e.getDeclaringClass() == Text.class) // names the caller's field instead
            .except(e -> Throwable.class.isAssignableFrom(e.getDeclaringClass())) // ours to make
            .check(types.stream().filter(type -> KERNEL.contains(type.getPackageName())).toList());

    assertThat(problems).isEmpty();
  }
}
