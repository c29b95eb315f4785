package io.ringwright.fakeasterisk.dialplan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Set;

/**
 * What stands between {@code $[} and {@code ]}: comparisons, sums, and, or, parentheses. Two
 * numbers are compared as numbers, anything else, and anything in quotes, as text. What cannot be
 * understood is worth the empty text. Source: {@code main/ast_expr2.y} of Asterisk. One thread, one
 * expression.
 */
final class Expression {

  private static final List<Set<String>> LEFT_TO_RIGHT =
      List.of(
          Set.of("|"),
          Set.of("&"),
          Set.of("=", "==", "!=", "<", ">", "<=", ">="),
          Set.of("+", "-"),
          Set.of("*", "/", "%"));

  private final ExpressionWords words;

  private Expression(ExpressionWords words) {
    this.words = words;
  }

  /** The worth of an expression whose variables have been put in. */
  static String worth(String text) {
    try {
      Expression expression = new Expression(new ExpressionWords(text));
      String worth = expression.level(0);
      return expression.words.atEnd() ? unquoted(worth) : "";
    } catch (ArithmeticException | NotUnderstood problem) {
      return "";
    }
  }

  private String level(int level) {
    if (level == LEFT_TO_RIGHT.size()) {
      return unary();
    }
    String left = level(level + 1);
    while (LEFT_TO_RIGHT.get(level).contains(words.peek())) {
      String operator = words.next();
      left = apply(operator, left, level(level + 1));
    }
    return left;
  }

  private String unary() {
    String word = words.next();
    switch (word) {
      case "!":
        return truth(!isTrue(unary()));
      case "-":
        return number(unary()).negate().toPlainString();
      case "(":
        String inner = level(0);
        words.expect(")");
        return inner;
      default:
        if (word.isEmpty() || ExpressionWords.isOperator(word)) {
          throw new NotUnderstood();
        }
        return word;
    }
  }

  private static String apply(String operator, String left, String right) {
    return switch (operator) {
      case "|" -> isTrue(left) ? left : isTrue(right) ? right : "0";
      case "&" -> isTrue(left) && isTrue(right) ? left : "0";
      case "=", "==" -> truth(compare(left, right) == 0);
      case "!=" -> truth(compare(left, right) != 0);
      case "<" -> truth(compare(left, right) < 0);
      case ">" -> truth(compare(left, right) > 0);
      case "<=" -> truth(compare(left, right) <= 0);
      case ">=" -> truth(compare(left, right) >= 0);
      default -> arithmetic(operator, number(left), number(right));
    };
  }

  private static String arithmetic(String operator, BigDecimal left, BigDecimal right) {
    BigDecimal result =
        switch (operator) {
          case "+" -> left.add(right);
          case "-" -> left.subtract(right);
          case "*" -> left.multiply(right);
          case "/" -> left.divide(right, MathContext.DECIMAL64);
          default -> left.remainder(right);
        };
    return result.signum() == 0 ? "0" : result.stripTrailingZeros().toPlainString();
  }

  private static int compare(String left, String right) {
    return isNumber(left) && isNumber(right)
        ? number(left).compareTo(number(right))
        : unquoted(left).compareTo(unquoted(right));
  }

  private static boolean isTrue(String word) {
    String text = unquoted(word);
    return !text.isEmpty() && !(isNumber(text) && number(text).signum() == 0);
  }

  private static boolean isNumber(String word) {
    return word.matches("-?\\d+(\\.\\d+)?");
  }

  /** Text that is no number counts as zero. */
  private static BigDecimal number(String word) {
    String text = unquoted(word);
    return isNumber(text) ? new BigDecimal(text) : BigDecimal.ZERO;
  }

  private static String truth(boolean claim) {
    return claim ? "1" : "0";
  }

  private static String unquoted(String word) {
    boolean quoted = word.length() >= 2 && word.startsWith("\"") && word.endsWith("\"");
    return quoted ? word.substring(1, word.length() - 1) : word;
  }

  /** The text is no expression. */
  static final class NotUnderstood extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUnderstood() {
      super("not an expression", null, false, false);
    }
  }
}
