package io.omnicommerce.core;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** After each test its databases belong to the next one. JUnit finds this class by itself. */
public final class GivesBack implements AfterEachCallback {

  @Override
  public void afterEach(ExtensionContext context) {
    Storages.giveBack();
  }
}
