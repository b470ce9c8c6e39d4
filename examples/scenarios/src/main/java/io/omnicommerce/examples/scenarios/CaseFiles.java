package io.omnicommerce.examples.scenarios;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads files of cases; in folders all that end in {@code .json}. */
final class CaseFiles {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private CaseFiles() {}

  /**
   * @param except a file in a folder that holds results
   */
  static List<ScenarioCase> read(List<Path> sources, Optional<Path> except) throws MisuseException {
    List<ScenarioCase> cases = new ArrayList<>();
    for (Path source : sources) {
      for (Path file : files(source, except)) {
        cases.addAll(read(file));
      }
    }
    return cases;
  }

  private static List<Path> files(Path source, Optional<Path> except) throws MisuseException {
    if (!Files.isDirectory(source)) {
      return List.of(source);
    }
    try (Stream<Path> found = Files.walk(source)) {
      return found
          .filter(file -> file.toString().endsWith(".json") && Files.isRegularFile(file))
          .filter(file -> except.map(out -> !isSame(out, file)).orElse(true))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new MisuseException(source + " cannot be read: " + unreadable);
    }
  }

  private static boolean isSame(Path one, Path other) {
    return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
  }

  static List<ScenarioCase> read(Path file) throws MisuseException {
    try {
      return cases(file, MAPPER.readTree(file.toFile()));
    } catch (JsonProcessingException malformed) {
      throw new MisuseException(
          file
              + " line "
              + malformed.getLocation().getLineNr()
              + " is no JSON: "
              + malformed.getOriginalMessage());
    } catch (IOException unreadable) {
      throw new MisuseException(file + " cannot be read: " + unreadable.getMessage());
    }
  }

  private static List<ScenarioCase> cases(Path file, JsonNode node) throws MisuseException {
    if (node.path("schema").intValue() != 1 || !node.path("cases").isArray()) {
      throw new MisuseException(file + " is no set of cases of schema 1");
    }
    List<ScenarioCase> cases = new ArrayList<>();
    for (JsonNode one : node.path("cases")) {
      cases.add(scenario(file, node.path("area").asText(), one));
    }
    return cases;
  }

  private static ScenarioCase scenario(Path file, String area, JsonNode node)
      throws MisuseException {
    if (!node.path("id").isTextual()) {
      throw new MisuseException(file + " holds a case without an id");
    }
    return new ScenarioCase(node.path("id").asText(), node.path("area").asText(area), node);
  }
}
