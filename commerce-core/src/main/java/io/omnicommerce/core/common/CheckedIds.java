package io.omnicommerce.core.common;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.spi.IdGenerator;
import org.jspecify.annotations.Nullable;

/** The host's ids. What is wrong with one is the host's mistake and never the caller's. */
public final class CheckedIds implements IdGenerator {

  private static final String PORT = "IdGenerator";

  private final IdGenerator ids;

  public CheckedIds(IdGenerator ids) {
    this.ids = ids;
  }

  @Override
  public String newId() {
    @Nullable String id = HostCode.ask(PORT, ids::newId);
    if (id == null) {
      throw new PortContractException(PORT, "gave null");
    }
    try {
      return Text.id(id, "id");
    } catch (InvalidInputException malformed) {
      throw new PortContractException(
          PORT, "gave an id that is not 1 to " + Text.ID_LENGTH_MAX + " visible ASCII characters");
    }
  }

  /** What to say of an id that something else has already. */
  public static PortContractException taken(String id) {
    return new PortContractException(
        PORT, "gave the id " + id + " a second time; an id must never have been given before");
  }
}
