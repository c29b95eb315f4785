package io.ringwright.fakeasterisk.dialplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of an expression: operators, text in quotes, and everything else. One thread. */
final class ExpressionWords {

  private static final Set<String> OPERATORS =
      Set.of("|", "&", "=", "==", "!=", "<", ">", "<=", ">=", "+", "-", "*", "/", "%", "!", ")");

  private static final Pattern WORD =
      Pattern.compile(
          "\\s*(\"(?:\\\\.|[^\"\\\\])*\"|==|!=|<=|>=|[|&=<>+\\-*/%!()]|[^\\s|&=<>+\\-*/%!()\"]+)");

  private final List<String> words = new ArrayList<>();
  private int at;

  ExpressionWords(String text) {
    Matcher matcher = WORD.matcher(text.strip());
    int end = 0;
    while (matcher.find() && matcher.start() == end) {
      words.add(matcher.group(1));
      end = matcher.end();
    }
    if (end != text.strip().length()) {
      throw new Expression.NotUnderstood();
    }
  }

  static boolean isOperator(String word) {
    return OPERATORS.contains(word);
  }

  boolean atEnd() {
    return at == words.size();
  }

  /** The next word without taking it; empty at the end. */
  String peek() {
    return atEnd() ? "" : words.get(at);
  }

  /** Takes the next word; empty at the end. */
  String next() {
    return atEnd() ? "" : words.get(at++);
  }

  void expect(String word) {
    if (!next().equals(word)) {
      throw new Expression.NotUnderstood();
    }
  }
}
