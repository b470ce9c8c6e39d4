package io.omnicommerce.core.common;

import io.omnicommerce.common.PortContractException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what the host plugged in, whatever it throws. */
public final class HostCode {

  private HostCode() {}

  /**
   * What the host's code answers; what it throws is a breach of its contract, named by its port.
   */
  static <T extends @Nullable Object> T ask(String port, Supplier<T> code) {
    return ask(
        code,
        thrown -> {
          PortContractException broken =
              new PortContractException(port, "threw " + thrown.getClass().getName());
          broken.initCause(thrown);
          throw broken;
        });
  }

  /** What the host's code answers, or what its throwing means. */
  public static <T extends @Nullable Object> T ask(
      Supplier<T> code, Function<Throwable, T> otherwise) {
    try {
      return code.get();
    } catch (Throwable thrown) {
      // Past the compiler, or as an Error: only a dying machine is not ours to judge.
      if (thrown instanceof VirtualMachineError dying && !(thrown instanceof StackOverflowError)) {
        throw dying;
      }
      return otherwise.apply(thrown);
    }
  }

  /** Runs the host's code; what it throws is told. */
  public static void run(Runnable code, Consumer<Throwable> otherwise) {
    HostCode.<Boolean>ask(
        () -> {
          code.run();
          return true;
        },
        thrown -> {
          otherwise.accept(thrown);
          return false;
        });
  }
}
