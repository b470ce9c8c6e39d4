package io.omnicommerce.storage;

import io.omnicommerce.ledger.LedgerStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a rule has decided, as a pure value: documents to save, steps for the ledger, events to
 * tell. Committed once and whole by {@link Session#commit}.
 */
public record Decision(
    List<DocumentWrite<?>> documents, List<LedgerStep> steps, List<NewEvent> events) {

  public Decision {
    documents = List.copyOf(Objects.requireNonNull(documents, "documents"));
    steps = List.copyOf(Objects.requireNonNull(steps, "steps"));
    events = List.copyOf(Objects.requireNonNull(events, "events"));
    long made =
        steps.stream()
            .filter(step -> step instanceof LedgerStep.Post || step instanceof LedgerStep.Hold)
            .count();
    if (made > 1) {
      throw new IllegalArgumentException(
          "A decision makes at most one new batch; net the legs of " + made + " into one");
    }
    if (documents.stream().map(write -> write.type().name() + '\n' + write.id()).distinct().count()
        != documents.size()) {
      throw new IllegalArgumentException("A decision saves a document at most once");
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /** A decision of one step and nothing else. */
  public static Decision of(LedgerStep step) {
    return builder().step(step).build();
  }

  /** Collects the parts of a decision. */
  public static final class Builder {
    private final List<DocumentWrite<?>> documents = new ArrayList<>();
    private final List<LedgerStep> steps = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();

    private Builder() {}

    public Builder save(DocumentWrite<?> write) {
      documents.add(Objects.requireNonNull(write, "write"));
      return this;
    }

    public Builder step(LedgerStep step) {
      steps.add(Objects.requireNonNull(step, "step"));
      return this;
    }

    public Builder event(NewEvent event) {
      events.add(Objects.requireNonNull(event, "event"));
      return this;
    }

    public Decision build() {
      return new Decision(documents, steps, events);
    }
  }
}
