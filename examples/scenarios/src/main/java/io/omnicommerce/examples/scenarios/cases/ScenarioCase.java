package io.omnicommerce.examples.scenarios.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Set;

/**
 * One example: a world, what is done in it, and what must come out.
 *
 * @param node as it stands in the file
 */
public record ScenarioCase(String id, String area, JsonNode node) {

  /** What of a case is for people, or backs its figures up. */
  private static final List<String> NOTES =
      List.of(
          "id",
          "area",
          "title",
          "source",
          "universal",
          "convention",
          "derivation",
          "arithmetic",
          "check");

  /**
   * A case as it is read by an area.
   *
   * @param features what it needs
   */
  public record Parts(
      Fields given, List<Step> when, Fields expect, Policies policies, Set<String> features) {}

  /**
   * @throws UnsupportedException if it has another form than a case must have
   */
  public Parts parts() {
    Fields fields = Fields.of("", node).ignore(NOTES);
    Parts parts =
        new Parts(
            fields.findObject("given").orElseGet(ScenarioCase::nothing),
            fields.objects("when").stream().map(Step::of).toList(),
            fields.object("expect"),
            Policies.of(fields.findObject("policies").orElseGet(ScenarioCase::nothing)),
            Set.copyOf(fields.texts("features")));
    fields.allRead();
    return parts;
  }

  private static Fields nothing() {
    return Fields.of("", JsonNodeFactory.instance.objectNode());
  }
}
