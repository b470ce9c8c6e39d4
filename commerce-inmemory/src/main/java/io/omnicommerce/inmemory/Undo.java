package io.omnicommerce.inmemory;

import java.util.ArrayList;
import java.util.List;

/** How to take back what was written so far, last first. */
final class Undo {

  private final List<Runnable> steps = new ArrayList<>(8);

  void add(Runnable step) {
    steps.add(step);
  }

  void run() {
    for (int i = steps.size() - 1; i >= 0; i--) {
      steps.get(i).run();
    }
    steps.clear();
  }
}
