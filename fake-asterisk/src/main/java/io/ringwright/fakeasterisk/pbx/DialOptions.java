package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.switchboard.FeatureCodes.Feature;
import io.ringwright.fakeasterisk.switchboard.TalkKeys;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The options of Dial: letters, some with an argument in parentheses.
 *
 * @param arguments what stands in the parentheses, by letter; empty where there are none
 */
record DialOptions(Map<Character, String> arguments) {

  private static final Pattern OPTION = Pattern.compile("([A-Za-z])(?:\\(([^)]*)\\))?");

  DialOptions {
    arguments = Map.copyOf(arguments);
  }

  static DialOptions of(String text) {
    Map<Character, String> options = new LinkedHashMap<>();
    Matcher option = OPTION.matcher(text);
    while (option.find()) {
      options.put(option.group(1).charAt(0), option.group(2) == null ? "" : option.group(2));
    }
    return new DialOptions(options);
  }

  boolean has(char letter) {
    return arguments.containsKey(letter);
  }

  String argument(char letter) {
    return arguments.getOrDefault(letter, "");
  }

  /** Options t and k for whoever is called, T and K for the caller. */
  TalkKeys talkKeys() {
    return new TalkKeys(features('t', 'k'), features('T', 'K'));
  }

  private Set<Feature> features(char transfers, char parks) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    if (has(transfers)) {
      features.addAll(EnumSet.of(Feature.BLINDXFER, Feature.ATXFER));
    }
    if (has(parks)) {
      features.add(Feature.PARKCALL);
    }
    return features;
  }
}
