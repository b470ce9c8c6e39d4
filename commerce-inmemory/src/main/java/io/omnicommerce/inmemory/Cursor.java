package io.omnicommerce.inmemory;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * Where a list goes on, written so that it fits the very same question and no other. It holds
 * nothing that its bearer may not see, and is read under the bearer's own tenant.
 */
final class Cursor {

  private final String question;

  private Cursor(String question) {
    this.question = question;
  }

  static Cursor of(TenantId tenant, String... question) {
    CRC32 sum = new CRC32();
    byte[] text = (tenant + "\n" + String.join("\n", question)).getBytes(StandardCharsets.UTF_8);
    sum.update(text);
    return new Cursor(Long.toHexString(sum.getValue()) + ":");
  }

  String write(String last) {
    byte[] text = (question + last).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** The last item of the page before. */
  Optional<String> read(PageRequest page) {
    return page.after().map(this::read);
  }

  static long number(String last) {
    try {
      return Long.parseLong(last);
    } catch (NumberFormatException tampered) {
      throw invalid(last);
    }
  }

  private String read(String cursor) {
    String text;
    try {
      text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException tampered) {
      throw invalid(cursor);
    }
    if (!text.startsWith(question)) {
      throw invalid(cursor);
    }
    return text.substring(question.length());
  }

  private static InvalidInputException invalid(String cursor) {
    return new InvalidInputException(
        PageRequest.INVALID, "after", cursor, "must be the cursor that the same question answered");
  }
}
