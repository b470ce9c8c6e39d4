package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Collection;

/** Several of one type. */
abstract class CollectionForm<E, C extends Collection<E>> implements Form<C> {

  private final Form<E> of;

  CollectionForm(Form<E> of) {
    this.of = of;
  }

  abstract C empty();

  Collection<E> inOrder(C values) {
    return values;
  }

  @Override
  public final void write(C values, JsonGenerator out) throws IOException {
    out.writeStartArray();
    for (E value : inOrder(values)) {
      of.write(value, out);
    }
    out.writeEndArray();
  }

  @Override
  public final C read(Source in) throws IOException {
    in.expect(JsonToken.START_ARRAY, "a list");
    C values = empty();
    int refused = in.refusals();
    for (in.next(); !in.is(JsonToken.END_ARRAY); in.next()) {
      E value = in.part(of);
      if (value != null && !values.add(value)) {
        in.complain("stands there twice");
      }
    }
    in.checkWhole(refused);
    return values;
  }
}
