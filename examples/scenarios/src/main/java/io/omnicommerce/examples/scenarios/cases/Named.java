package io.omnicommerce.examples.scenarios.cases;

import java.util.Map;
import java.util.Set;

/** Things of one kind by their names in the files; a name that is not there is unsupported. */
public final class Named<T> {

  private final String kind;
  private final Map<String, T> byName;

  public Named(String kind, Map<String, T> byName) {
    this.kind = kind;
    this.byName = Map.copyOf(byName);
  }

  public T get(String name) {
    T found = byName.get(name);
    if (found == null) {
      throw new UnsupportedException("the " + kind + " '" + name + "' is not known");
    }
    return found;
  }

  public Set<String> names() {
    return byName.keySet();
  }
}
