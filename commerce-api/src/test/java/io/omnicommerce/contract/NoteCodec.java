package io.omnicommerce.contract;

import io.omnicommerce.storage.Codec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes each text with its length before it, so that no character needs to be escaped. */
final class NoteCodec implements Codec<Note> {

  static final NoteCodec INSTANCE = new NoteCodec();

  private NoteCodec() {}

  @Override
  public String encode(Note note) {
    StringBuilder out = new StringBuilder();
    writeAll(out, note.codes());
    writeAll(out, note.tags());
    write(out, note.text());
    write(out, Integer.toString(note.items().size()));
    for (Note.Item item : note.items()) {
      write(out, item.name());
      write(out, Long.toString(item.amount()));
      write(out, Boolean.toString(item.done()));
      write(out, item.until() == null ? "" : item.until().toString());
    }
    return out.toString();
  }

  @Override
  public Note decode(String text) {
    Reader in = new Reader(text);
    List<String> codes = in.readAll();
    List<String> tags = in.readAll();
    String said = in.read();
    List<Note.Item> items = new ArrayList<>();
    for (int left = Integer.parseInt(in.read()); left > 0; left--) {
      String name = in.read();
      long amount = Long.parseLong(in.read());
      boolean done = Boolean.parseBoolean(in.read());
      String until = in.read();
      items.add(new Note.Item(name, amount, done, until.isEmpty() ? null : Instant.parse(until)));
    }
    return new Note(codes, tags, said, items);
  }

  private static void writeAll(StringBuilder out, List<String> texts) {
    write(out, Integer.toString(texts.size()));
    texts.forEach(text -> write(out, text));
  }

  private static void write(StringBuilder out, String text) {
    out.append(text.length()).append(':').append(text);
  }

  private static final class Reader {
    private final String text;
    private int place;

    Reader(String text) {
      this.text = text;
    }

    List<String> readAll() {
      List<String> texts = new ArrayList<>();
      for (int left = Integer.parseInt(read()); left > 0; left--) {
        texts.add(read());
      }
      return texts;
    }

    String read() {
      int colon = text.indexOf(':', place);
      int end = colon + 1 + Integer.parseInt(text.substring(place, colon));
      place = end;
      return text.substring(colon + 1, end);
    }
  }
}
