package io.ringwright.engine.image;

import io.ringwright.engine.Engine;
import io.ringwright.event.PhoneLists;
import java.util.Set;

/** The whole state of an engine after one event. */
public final class EngineImage {

  private EngineImage() {}

  public static EngineImage capture(Engine engine) {
    throw new UnsupportedOperationException();
  }

  public static Engine read(String text, PhoneLists lists, boolean explains) {
    throw new UnsupportedOperationException();
  }

  public String text() {
    throw new UnsupportedOperationException();
  }

  public Set<String> phoneLists() {
    throw new UnsupportedOperationException();
  }
}
