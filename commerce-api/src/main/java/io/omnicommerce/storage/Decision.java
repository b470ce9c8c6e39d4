package io.omnicommerce.storage;

import io.omnicommerce.ledger.LedgerStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

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
    checkBatches(steps);
    checkDocuments(documents);
  }

  private static void checkBatches(List<LedgerStep> steps) {
    int made = 0;
    for (LedgerStep step : steps) {
      made += step instanceof LedgerStep.Post || step instanceof LedgerStep.Hold ? 1 : 0;
    }
    if (made > 1) {
      throw new IllegalArgumentException(
          "A decision makes at most one new batch; net the legs of " + made + " into one");
    }
  }

  private static void checkDocuments(List<DocumentWrite<?>> documents) {
    Set<String> names = new HashSet<>();
    for (DocumentWrite<?> write : documents) {
      if (!names.add(write.type().name() + '\n' + write.id())) {
        throw new IllegalArgumentException("A decision saves a document at most once");
      }
    }
  }

  /** A decision to be collected part by part. */
  public static Builder builder() {
    return new Builder();
  }

  /** A decision of one step and nothing else. */
  public static Decision of(LedgerStep step) {
    Objects.requireNonNull(step, "step");
    return new Decision(List.of(), List.of(step), List.of());
  }

  /** Collects the parts of a decision. */
  public static final class Builder {
    private final List<DocumentWrite<?>> documents = new ArrayList<>();
    private final List<LedgerStep> steps = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();

    private Builder() {}

    /** Adds a document to be saved. */
    public Builder save(DocumentWrite<?> write) {
      documents.add(Objects.requireNonNull(write, "write"));
      return this;
    }

    /** Adds a step for the ledger. */
    public Builder step(LedgerStep step) {
      steps.add(Objects.requireNonNull(step, "step"));
      return this;
    }

    /** Adds an event to be told. */
    public Builder event(NewEvent event) {
      events.add(Objects.requireNonNull(event, "event"));
      return this;
    }

    /** The decision of what was added. */
    public Decision build() {
      return new Decision(documents, steps, events);
    }
  }
}
