package io.omnicommerce.common;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something that the host plugged in answered what its contract forbids: a negative price, another
 * currency, null.
 */
public final class PortContractException extends CommerceException {

  private static final long serialVersionUID = 1L;

  /**
   * Something the host plugged in answered what its contract forbids, or threw where it may not: an
   * id given twice or malformed, a secret that everybody can guess, a tax answer that does not add
   * up, a promotion's rule that throws. Facts: port; of such a rule also rule and promotion.
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
    this(port, what, Facts.none());
  }

  /**
   * As the other, where there is more to say.
   *
   * @param more what is known beside the port
   */
  public PortContractException(String port, String what, Facts more) {
    super(CODE, "The host's " + port + " " + what, withPort(port, more));
    this.port = port;
  }

  private static Facts withPort(String port, Facts more) {
    Map<String, String> facts = new LinkedHashMap<>(Facts.of("port", port).values());
    facts.putAll(Objects.requireNonNull(more, "more").values());
    return new Facts(facts);
  }

  /** The port's name, such as {@code PaymentGateway}. */
  public String port() {
    return port;
  }
}
