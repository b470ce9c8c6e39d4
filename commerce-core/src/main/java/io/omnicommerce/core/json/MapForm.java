package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A map is an object; its names are written in their order, so that equal values have equal text.
 */
final class MapForm<K, V> implements Form<Map<K, V>> {

  private final TextForm<K> names;
  private final Form<V> values;

  MapForm(TextForm<K> names, Form<V> values) {
    this.names = names;
    this.values = values;
  }

  @Override
  public void write(Map<K, V> map, JsonGenerator out) throws IOException {
    out.writeStartObject();
    for (Map.Entry<K, V> entry : inOrder(map).entrySet()) {
      out.writeFieldName(names.text(entry.getKey()));
      values.write(entry.getValue(), out);
    }
    out.writeEndObject();
  }

  private Map<K, V> inOrder(Map<K, V> map) {
    return map.size() < 2 || map instanceof SortedMap ? map : new TreeMap<>(map);
  }

  @Override
  public SortedMap<K, V> read(Source in) throws IOException {
    in.expect(JsonToken.START_OBJECT, "an object");
    SortedMap<K, V> map = new TreeMap<>();
    int refused = in.refusals();
    for (in.next(); in.is(JsonToken.FIELD_NAME); in.next()) {
      K name = in.part(names::name);
      in.next();
      V value = in.part(values);
      if (name != null && value != null) {
        map.put(name, value);
      }
    }
    in.checkWhole(refused);
    return map;
  }
}
