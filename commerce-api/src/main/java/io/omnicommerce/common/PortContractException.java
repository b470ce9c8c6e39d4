package io.omnicommerce.common;

/**
 * Something that the host plugged in answered what its contract forbids: a negative price, another
 * currency, null.
 */
public final class PortContractException extends CommerceException {

  private static final long serialVersionUID = 1L;

  public static final ErrorCode CODE = ErrorCode.of("port.contract_violation");

  private final String port;

  /**
   * @param port the port's name, such as {@code PaymentGateway}
   * @param what what it did, as a sentence's second half
   */
  public PortContractException(String port, String what) {
    super(CODE, "The host's " + port + " " + what, Facts.of("port", port));
    this.port = port;
  }

  public String port() {
    return port;
  }
}
