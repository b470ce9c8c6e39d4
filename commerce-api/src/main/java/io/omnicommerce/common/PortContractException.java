package io.omnicommerce.common;

/**
 * Something that the host plugged in answered what its contract forbids: a negative price, another
 * currency, null.
 */
public final class PortContractException extends CommerceException {

  private static final long serialVersionUID = 1L;

  /**
   * Something the host plugged in answered what its contract forbids, or threw where it may not: an
   * id given twice or malformed, a secret that everybody can guess, a tax answer that does not add
   * up. Facts: port.
   */
  public static final ErrorCode CODE = ErrorCode.of("port.contract_violation");

  private final String port;

  /**
   * What the host plugged in, and what it did.
   *
   * @param port the port's name, such as {@code PaymentGateway}
   * @param what what it did, as a sentence's second half
   */
  public PortContractException(String port, String what) {
    super(CODE, "The host's " + port + " " + what, Facts.of("port", port));
    this.port = port;
  }

  /** The port's name, such as {@code PaymentGateway}. */
  public String port() {
    return port;
  }
}
