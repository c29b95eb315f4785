package io.ringwright.fakeasterisk.switchboard;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which keys mean something during a talk: the section {@code featuremap} of {@code features.conf}.
 *
 * <p>Thread safety: immutable.
 *
 * @param codes the keys of each feature
 */
public record FeatureCodes(Map<Feature, String> codes) {

  /** No key means anything. */
  public static final FeatureCodes NONE = new FeatureCodes(Map.of());

  /** What can be asked for by keys. */
  public enum Feature {
    /** To send the other side to a number. */
    BLINDXFER,
    /** To call a number while the other side waits, and to connect both. */
    ATXFER,
    /** To park the other side. */
    PARKCALL
  }

  /** Copies the codes. */
  public FeatureCodes {
    codes = Map.copyOf(codes);
  }

  /**
   * Reads the codes of a file.
   *
   * @param text in the language of {@code features.conf}; what is not known here is passed over
   * @return the codes
   */
  public static FeatureCodes parse(String text) {
    Map<Feature, String> codes = new EnumMap<>(Feature.class);
    for (String line : text.lines().toList()) {
      String[] parts = line.replaceAll(";.*", "").split("=>?", 2);
      for (Feature feature : Feature.values()) {
        if (parts.length > 1 && parts[0].strip().equals(feature.name().toLowerCase(Locale.ROOT))) {
          codes.put(feature, parts[1].strip());
        }
      }
    }
    return new FeatureCodes(codes);
  }

  /** The feature of some keys. */
  Optional<Feature> of(String keys) {
    return codes.entrySet().stream()
        .filter(code -> code.getValue().equals(keys))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Whether keys are the beginning of a longer code. */
  boolean mayBecome(String keys) {
    return codes.values().stream().anyMatch(code -> code.startsWith(keys) && !code.equals(keys));
  }

  /** The codes of some features only. */
  FeatureCodes only(Set<Feature> allowed) {
    Map<Feature, String> kept = new EnumMap<>(Feature.class);
    codes.forEach(
        (feature, keys) -> {
          if (allowed.contains(feature)) {
            kept.put(feature, keys);
          }
        });
    return new FeatureCodes(kept);
  }
}
