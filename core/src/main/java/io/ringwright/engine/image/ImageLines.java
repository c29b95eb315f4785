package io.ringwright.engine.image;

import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import io.ringwright.text.FieldReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The lines of an image by their names. Each is read once; one that nobody asks for is a mistake.
 *
 * <p>Thread safety: one thread.
 */
final class ImageLines {

  private static final String REMEDY = "Restore the image from a backup";

  private final Map<String, List<Line>> byName = new LinkedHashMap<>();
  private final PhoneLists lists;

  /**
   * A line that is not read yet.
   *
   * @param number which, from 1
   * @param words its name and its fields
   */
  private record Line(int number, List<String> words) {

    EventFormatException wrong(EventFormatException mistake) {
      String place = "image, line " + number;
      return String.valueOf(mistake.getMessage()).indexOf('\n') < 0
          ? mistake.at(place, REMEDY)
          : new EventFormatException(place + ": " + mistake.getMessage());
    }
  }

  /**
   * Sorts lines by their names.
   *
   * @param lines those after the first
   * @param lists the phone lists to which they may refer
   */
  ImageLines(List<String> lines, PhoneLists lists) {
    this.lists = lists;
    int number = 1;
    for (String line : lines) {
      number++;
      List<String> words = List.of(line.split(" ", -1));
      byName.computeIfAbsent(words.get(0), none -> new ArrayList<>()).add(new Line(number, words));
    }
  }

  /** What the one line of a name says. */
  <T> T one(String name, Function<FieldReader, T> read) {
    List<T> found = each(name, read);
    if (found.size() != 1) {
      throw wrong(
          "image", "there are " + found.size() + " lines '" + name + "': expected one of them");
    }
    return found.get(0);
  }

  /** What the line of a name says, if there is one. */
  <T> Optional<T> optional(String name, Function<FieldReader, T> read) {
    return byName.containsKey(name) ? Optional.of(one(name, read)) : Optional.empty();
  }

  /** What the lines of a name say, in their order. */
  <T> List<T> each(String name, Function<FieldReader, T> read) {
    List<T> all = new ArrayList<>();
    for (Line line : Optional.ofNullable(byName.remove(name)).orElse(List.of())) {
      all.add(read(line, read));
    }
    return all;
  }

  private <T> T read(Line line, Function<FieldReader, T> read) {
    try {
      FieldReader fields = new FieldReader(line.words().subList(1, line.words().size()), lists);
      T value = read.apply(fields);
      fields.end();
      return value;
    } catch (EventFormatException malformed) {
      throw line.wrong(malformed);
    } catch (IllegalArgumentException contradictory) {
      throw line.wrong(new EventFormatException(String.valueOf(contradictory.getMessage())));
    }
  }

  /** No line may be left. */
  void end() {
    if (!byName.isEmpty()) {
      Line first = byName.values().iterator().next().get(0);
      String name = "'" + shown(first.words().get(0)) + "'";
      throw first.wrong(new EventFormatException("a line " + name + " is not known here"));
    }
  }

  static EventFormatException wrong(String place, String finding) {
    return new EventFormatException(finding).at(place, REMEDY);
  }

  static EventFormatException otherVersion(String found, String known) {
    return new EventFormatException(
            "the image has version " + found + " of its form: expected version " + known)
        .at("image, line 1", "Start the version of Ringwright that wrote it");
  }

  static String shown(String text) {
    return FieldReader.shown(text);
  }
}
