package io.omnicommerce.core.common;

import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.spi.SecretGenerator;

/** The host's secrets. One that everybody can guess is never given out. */
public final class CheckedSecrets implements SecretGenerator {

  private static final String PORT = "SecretGenerator";

  private final SecretGenerator secrets;

  public CheckedSecrets(SecretGenerator secrets) {
    this.secrets = secrets;
  }

  /**
   * Arrays here are long: 16 bytes that are all the same come by chance once in 10^36 times, and
   * from a generator that does nothing each time.
   */
  @Override
  public void fill(byte[] bytes) {
    HostCode.ask(
        PORT,
        () -> {
          secrets.fill(bytes);
          return bytes;
        });
    if (isOneValue(bytes)) {
      throw new PortContractException(
          PORT, "filled " + bytes.length + " bytes with one and the same value");
    }
  }

  private static boolean isOneValue(byte[] bytes) {
    for (byte other : bytes) {
      if (other != bytes[0]) {
        return false;
      }
    }
    return true;
  }
}
