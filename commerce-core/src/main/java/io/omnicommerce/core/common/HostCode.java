package io.omnicommerce.core.common;

import io.omnicommerce.common.PortContractException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs what the host plugged in. What it throws is a breach of its contract, named by its port. */
final class HostCode {

  private HostCode() {}

  static <T extends @Nullable Object> T ask(String port, Supplier<T> code) {
    try {
      return code.get();
    } catch (Throwable thrown) {
      // Past the compiler, or as an Error: only a dying machine is not ours to judge.
      if (thrown instanceof VirtualMachineError dying && !(thrown instanceof StackOverflowError)) {
        throw dying;
      }
      PortContractException broken =
          new PortContractException(port, "threw " + thrown.getClass().getName());
      broken.initCause(thrown);
      throw broken;
    }
  }
}
