package io.omnicommerce.contract;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.NewEvent;

/** The kit's own kind of event. */
public record NoteTold(String type, String text) implements DomainEvent {

  public static final String WRITTEN = "note.written";
  public static final String READ = "note.read";

  public static Reference aggregate(String note) {
    return Reference.of("note", note);
  }

  /** An event of a note's version, to be appended. */
  public static NewEvent written(String note, long version) {
    return of(WRITTEN, note, version, "version " + version);
  }

  public static NewEvent of(String type, String note, long version, String text) {
    return new NewEvent(
        aggregate(note), Version.of(version), new NoteTold(type, text), EventCodec.INSTANCE);
  }

  private enum EventCodec implements Codec<DomainEvent> {
    INSTANCE;

    @Override
    public String encode(DomainEvent event) {
      return event.type() + "\n" + ((NoteTold) event).text();
    }

    @Override
    public DomainEvent decode(String text) {
      int end = text.indexOf('\n');
      return new NoteTold(text.substring(0, end), text.substring(end + 1));
    }
  }
}
