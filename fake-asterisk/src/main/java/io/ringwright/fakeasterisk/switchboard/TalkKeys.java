package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.switchboard.FeatureCodes.Feature;
import java.util.Set;

/**
 * What the two sides of a talk may ask for by keys: options {@code t}, {@code T}, {@code k} and
 * {@code K} of Dial.
 *
 * <p>Thread safety: immutable.
 *
 * @param ofPhone what whoever was called may ask for
 * @param ofCaller what the caller may ask for
 */
public record TalkKeys(Set<Feature> ofPhone, Set<Feature> ofCaller) {

  /** Nothing. */
  public static final TalkKeys NONE = new TalkKeys(Set.of(), Set.of());

  /** Copies the sets. */
  public TalkKeys {
    ofPhone = Set.copyOf(ofPhone);
    ofCaller = Set.copyOf(ofCaller);
  }
}
