package io.omnicommerce.examples.scenarios.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One example: a world, what is done in it, and what must come out.
 *
 * @param node as it stands in the file
 * @param rules promotions that its shop has before its own, as JSON
 */
public record ScenarioCase(String id, String area, JsonNode node, Optional<String> rules) {

  /** A case with no rules but its own. */
  public ScenarioCase(String id, String area, JsonNode node) {
    this(id, area, node, Optional.empty());
  }

  /** This case in a shop that has these promotions. */
  public ScenarioCase withRules(Optional<String> with) {
    return new ScenarioCase(id, area, node, with);
  }

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
   * @param rules promotions that its shop has before its own, as JSON
   */
  public record Parts(
      Fields given,
      List<Step> when,
      Fields expect,
      Policies policies,
      Set<String> features,
      Optional<String> rules) {}

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
            Set.copyOf(fields.texts("features")),
            rules);
    fields.allRead();
    return parts;
  }

  private static Fields nothing() {
    return Fields.of("", JsonNodeFactory.instance.objectNode());
  }
}
