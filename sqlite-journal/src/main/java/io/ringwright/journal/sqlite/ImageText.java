package io.ringwright.journal.sqlite;

import java.util.ArrayList;
import java.util.List;

/** Parts the text of an image, so that no commit has to wait for all of it. */
final class ImageText {

  /** About a millisecond of writing. */
  static final int PIECE = 64 * 1024;

  private ImageText() {}

  /** Parts that give the text again when joined; one that is empty for an empty text. */
  static List<String> pieces(String text) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(text.length(), from + PIECE);
      if (to < text.length() && Character.isHighSurrogate(text.charAt(to - 1))) {
        to--;
      }
      pieces.add(text.substring(from, to));
      from = to;
    } while (from < text.length());
    return pieces;
  }
}
