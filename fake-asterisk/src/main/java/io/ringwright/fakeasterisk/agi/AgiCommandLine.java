package io.ringwright.fakeasterisk.agi;

import java.util.ArrayList;
import java.util.List;

/**
 * Parts a command into words: blanks separate, quotes hold together and are taken away, a backslash
 * makes an ordinary character of a quote, a blank or a backslash. Source: {@code parse_args} in
 * Asterisk's {@code res/res_agi.c}. One thread, one line.
 */
final class AgiCommandLine {

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean quoted;
  private boolean escaped;

  private AgiCommandLine() {}

  static List<String> words(String line) {
    AgiCommandLine parsing = new AgiCommandLine();
    line.chars().forEach(c -> parsing.take((char) c));
    parsing.endWord();
    return parsing.words;
  }

  private void take(char c) {
    if (c == '"' && !escaped) {
      quoted = !quoted;
      inWord |= quoted;
    } else if ((c == ' ' || c == '\t') && !quoted && !escaped) {
      endWord();
    } else if (c == '\\' && !escaped) {
      escaped = true;
    } else {
      word.append(c);
      inWord = true;
      escaped = false;
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
