package io.ringwright.testkit;

import io.ringwright.memory.InMemoryCallStore;
import io.ringwright.port.CallStore;

class InMemoryCallStoreTest extends CallStoreContract {

  @Override
  protected CallStore emptyStore() {
    return new InMemoryCallStore();
  }
}
