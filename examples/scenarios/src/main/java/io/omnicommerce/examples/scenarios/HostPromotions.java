package io.omnicommerce.examples.scenarios;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.examples.scenarios.cases.Scene;
import io.omnicommerce.promotion.ImportFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The promotions of a host's own shop, as it exports them. */
final class HostPromotions {

  private HostPromotions() {}

  /** The document, which can be imported. */
  static Optional<String> read(Optional<Path> file) throws MisuseException {
    return file.isEmpty() ? Optional.empty() : Optional.of(read(file.get()));
  }

  private static String read(Path file) throws MisuseException {
    try {
      return checked(file, Files.readString(file));
    } catch (IOException unreadable) {
      throw new MisuseException(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static String checked(Path file, String json) throws MisuseException {
    Scene empty = Scene.create();
    List<ImportFault> faults =
        empty.commerce().promotions().checkJson(empty.in(ChannelId.of("check")), json).faults();
    if (!faults.isEmpty()) {
      throw new MisuseException(file + " cannot be imported: " + faults.get(0));
    }
    return json;
  }
}
