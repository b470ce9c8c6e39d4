package io.omnicommerce.contract;

import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.Projection.Column;
import io.omnicommerce.storage.Projection.ColumnType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kit's own kind of document: found by a code of which there is one, and by tags of which there
 * may be many, with rows for its items.
 */
public record Note(List<String> codes, List<String> tags, String text, List<Item> items) {

  /** What the rows of the projection hold; the instant may be null. */
  public record Item(String name, long amount, boolean done, Instant until) {}

  public static final String CODE = "code";
  public static final String TAG = "tag";

  /**
   * The rows for SQL. An adapter that keeps them in tables needs this one for its tests: {@code
   * contract_note_item} with the columns {@code name} (text), {@code amount} (64 bits), {@code
   * done} (boolean) and {@code ends_at} (instant, may be null).
   */
  public static final Projection<Note> ITEMS =
      new Projection<>(
          "contract_note_item",
          List.of(
              new Column("name", ColumnType.TEXT),
              new Column("amount", ColumnType.LONG),
              new Column("done", ColumnType.BOOLEAN),
              new Column("ends_at", ColumnType.INSTANT)),
          note -> note.items().stream().map(Note::row).toList());

  /** Without a projection: needs no table of its own. */
  public static final DocumentType<Note> TYPE =
      DocumentType.of("contract_note", NoteCodec.INSTANCE)
          .foundBy(LookupKey.unique(CODE, Note::codes))
          .foundBy(LookupKey.shared(TAG, Note::tags));

  /** Another kind with the same keys, to see that kinds do not mix. */
  public static final DocumentType<Note> OTHER_TYPE =
      DocumentType.of("contract_memo", NoteCodec.INSTANCE)
          .foundBy(LookupKey.unique(CODE, Note::codes))
          .foundBy(LookupKey.shared(TAG, Note::tags));

  /** With a projection. */
  public static final DocumentType<Note> PROJECTED_TYPE =
      DocumentType.of("contract_list", NoteCodec.INSTANCE).projectedTo(ITEMS);

  public Note {
    codes = List.copyOf(codes);
    tags = List.copyOf(tags);
    items = List.copyOf(items);
  }

  public static Note saying(String text) {
    return new Note(List.of(), List.of(), text, List.of());
  }

  public Note withText(String other) {
    return new Note(codes, tags, other, items);
  }

  public Note withCodes(String... others) {
    return new Note(List.of(others), tags, text, items);
  }

  public Note withTags(String... others) {
    return new Note(codes, List.of(others), text, items);
  }

  public Note withItems(Item... others) {
    return new Note(codes, tags, text, List.of(others));
  }

  private static List<Object> row(Item item) {
    return new ArrayList<>(Arrays.asList(item.name(), item.amount(), item.done(), item.until()));
  }
}
