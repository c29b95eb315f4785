package io.ringwright.files;

import io.ringwright.files.YamlNode.Pair;
import io.ringwright.files.YamlNode.Row;
import io.ringwright.files.YamlNode.Scalar;
import io.ringwright.files.YamlNode.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the items of a phone list stand in its files. What others find out about an item is said in
 * words; the setting is the one whose key, or whose value, occurs in them.
 */
final class ItemPlaces {

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");
  private static final Pattern NUMBER = Pattern.compile("(?<![\\w'])[+0-9*#]+(?![\\w'])");
  private static final int QUOTED_VALUE = 10;
  private static final int NUMBER_VALUE = 4;
  private static final int KEY = 5;

  /** What is said of settings in other words than those of their keys. */
  private static final Map<String, String> SAID =
      Map.ofEntries(
          Map.entry("keep-place", "place kept for"),
          Map.entry("key-digits-within", "digits of a key"),
          Map.entry("ring-one-more-every", "ringing one more"),
          Map.entry("open-priority", "opening of priority"),
          Map.entry("open", "opening hours"),
          Map.entry("first-after", "first announcement"),
          Map.entry("messages-first-after", "first message"),
          Map.entry("sounds", "sound for queue-"),
          Map.entry("call-back-sounds", "sounds for the confirmation"),
          Map.entry("tell-agent", "for the agent"),
          Map.entry("accept-by-key", " to accept"),
          Map.entry("outside", "confirm"),
          Map.entry("missed-rings", "rings that ended"),
          Map.entry("nobody-there", "counts as not there"),
          Map.entry("line", "unanswered"),
          Map.entry("members", "member "),
          Map.entry("skills", "skill "),
          Map.entry("keys", "key "),
          Map.entry("requires", "asks for"),
          Map.entry("service", "out of service"),
          Map.entry("forward", "forwarding "));

  private final Map<String, List<Pair>> items = new HashMap<>();

  /** What is looked for, and the best place so far. */
  private static final class Search {
    private final String words;
    private final Set<String> quoted = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private Optional<FilePlace> best = Optional.empty();
    private final boolean isSecond;
    private int score;

    Search(String words) {
      this.words = words;
      this.isSecond = words.contains(" twice");
      QUOTED.matcher(words).results().forEach(each -> quoted.add(each.group(1)));
      Matcher number = NUMBER.matcher(words);
      number.results().forEach(each -> numbers.add(each.group()));
    }

    int of(Scalar value) {
      return quoted.contains(value.text())
          ? QUOTED_VALUE
          : numbers.contains(value.text()) ? NUMBER_VALUE : 0;
    }

    int ofKey(String key) {
      String spoken = key.replace('-', ' ');
      return words.contains(spoken)
              || words.contains(key)
              || words.contains(SAID.getOrDefault(key, spoken))
          ? KEY
          : 0;
    }

    void offer(FilePlace place, int points) {
      if (points > score || (points == score && points > 0 && isSecond)) {
        score = points;
        best = Optional.of(place);
      }
    }
  }

  /** An item stands here; it may stand at several places. */
  void put(String item, Pair pair) {
    items.computeIfAbsent(item, none -> new ArrayList<>()).add(pair);
  }

  /** The setting of which something is said, or else the item, or else nothing. */
  Optional<FilePlace> find(String item, String said) {
    String of = item.startsWith("menu key of ") ? item.substring("menu key of ".length()) : item;
    List<Pair> pairs = items.getOrDefault(of, List.of());
    Search search = new Search(of.equals(item) ? said : "menu key " + said);
    for (Pair pair : pairs) {
      if (pair.value() instanceof Table) {
        look(pair.value(), 0, search);
      } else {
        look(pair.value(), 1, search);
      }
    }
    return search.best.or(() -> pairs.stream().findFirst().map(pair -> pair.key().place()));
  }

  private static void look(YamlNode node, int points, Search search) {
    if (node instanceof Scalar value) {
      search.offer(value.place(), points + search.of(value));
    } else if (node instanceof Row row) {
      row.entries().forEach(each -> look(each, points, search));
    } else if (node instanceof Table table) {
      for (Pair pair : table.pairs()) {
        look(pair, points, search);
      }
    }
  }

  private static void look(Pair pair, int above, Search search) {
    int points = above + search.ofKey(pair.key().text()) + search.of(pair.key());
    int named = search.of(pair.key()) > 0 ? 1 : 0; // Rather the key than a value that is not named.
    if (named > 0 || !(pair.value() instanceof Scalar)) {
      search.offer(pair.key().place(), points + named);
    }
    look(pair.value(), points, search);
  }
}
