package io.omnicommerce.jdbc;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.zip.CRC32;

/**
 * Where a list goes on. It fits the question that answered it and no other; it is bound as a
 * parameter and read under its bearer's own tenant, so a forged one shows nothing else.
 */
final class Cursor {

  private final String mark;
  private final PageRequest page;

  Cursor(PageRequest page, Scope scope, String... question) {
    CRC32 sum = new CRC32();
    sum.update(
        (scope.tenant() + '\n' + String.join("\n", question)).getBytes(StandardCharsets.UTF_8));
    this.mark = Long.toHexString(sum.getValue()) + '~';
    this.page = page;
  }

  /** One more than the page holds, to know whether there is a next one. */
  long rowsToRead() {
    return page.limit() + 1L;
  }

  /** The last item of the page before; an empty text comes before every id. */
  String afterId() {
    return page.after().map(this::read).orElse("");
  }

  /** The last item of the page before, where items are numbered. */
  long afterNumber() {
    return number(Long.MIN_VALUE);
  }

  /** As {@link #afterNumber}, where the list runs backwards. */
  long beforeNumber() {
    return number(Long.MAX_VALUE);
  }

  private long number(long first) {
    try {
      return page.after().map(this::read).map(Long::valueOf).orElse(first);
    } catch (NumberFormatException forged) {
      throw invalid();
    }
  }

  /** The page of what was read, which may be one too many. */
  <T> Page<T> page(List<T> read, Function<T, String> place) {
    if (read.size() <= page.limit()) {
      return new Page<>(read, Optional.empty());
    }
    List<T> shown = read.subList(0, page.limit());
    return new Page<>(shown, Optional.of(write(place.apply(shown.get(shown.size() - 1)))));
  }

  private String write(String last) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((mark + last).getBytes(StandardCharsets.UTF_8));
  }

  private String read(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
      if (text.startsWith(mark) && text.indexOf('\0') < 0) {
        return text.substring(mark.length());
      }
    } catch (IllegalArgumentException notOurs) {
      throw invalid();
    }
    throw invalid();
  }

  private InvalidInputException invalid() {
    return new InvalidInputException(
        PageRequest.INVALID,
        "after",
        page.after().orElse(""),
        "must be the cursor that the same question answered");
  }
}
