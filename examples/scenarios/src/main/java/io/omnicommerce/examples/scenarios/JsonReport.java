package io.omnicommerce.examples.scenarios;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the results for programs to read. */
final class JsonReport {

  private JsonReport() {}

  static void write(Path file, List<CaseResult> results) throws MisuseException {
    ArrayNode array = JsonNodeFactory.instance.arrayNode();
    results.forEach(result -> array.add(node(result)));
    try {
      JsonMapper.builder()
          .build()
          .writerWithDefaultPrettyPrinter()
          .writeValue(file.toFile(), array);
    } catch (IOException unwritable) {
      throw new MisuseException(file + " cannot be written: " + unwritable.getMessage());
    }
  }

  private static ObjectNode node(CaseResult result) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("id", result.id());
    node.put("area", result.area());
    node.put("result", result.result().word());
    node.set("expected", result.expected());
    node.set("actual", result.actual());
    node.put("reason", result.reason().orElse(null));
    return node;
  }
}
