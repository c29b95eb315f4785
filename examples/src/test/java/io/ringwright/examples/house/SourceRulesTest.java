package io.ringwright.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that cannot fail is no check: each rule must name the sinner, and him only. */
class SourceRulesTest {

  private static final String MAIN = "core/src/main/java/Call.java";
  private static final String TEST = "core/src/test/java/CallTest.java";

  @Test
  void a_main_file_of_one_line_too_many_is_seen() {
    List<SourceFile> files =
        List.of(
            new SourceFile(MAIN, "\n".repeat(501)),
            new SourceFile("core/src/main/java/Short.java", "\n".repeat(500)),
            new SourceFile(TEST, "\n".repeat(501)));
    assertThat(SourceRules.filesOver(500, files)).containsExactly(MAIN + ": 501 lines");
  }

  @Test
  void a_method_of_one_line_too_many_is_seen() {
    String text =
        "class Call { class Leg {\nvoid shorter() {"
            + "\n".repeat(49)
            + "}\n/** Not counted.\n */\nvoid longer() {"
            + "\n".repeat(50)
            + "}\n} }";
    assertThat(SourceRules.methodsTooLong(List.of(new SourceFile(MAIN, text))))
        .containsExactly(MAIN + ": Call.Leg.longer has 51 lines");
  }

  @Test
  void an_empty_name_is_seen() {
    List<SourceFile> files =
        List.of(
            new SourceFile("core/src/main/java/CallUtils.java", ""),
            new SourceFile("core/src/test/java/CallHelperTest.java", ""),
            new SourceFile(MAIN, ""));
    assertThat(SourceRules.emptyNames(files))
        .containsExactly(
            "core/src/main/java/CallUtils.java", "core/src/test/java/CallHelperTest.java");
  }

  @Test
  void a_line_that_puts_off_switches_off_or_signs_is_seen() {
    String text = "class Call {\n// TODO ring\n@Disabled\n/** @author me */\nint todo;\n}";
    assertThat(SourceRules.unwantedLines(List.of(new SourceFile(TEST, text))))
        .containsExactly(
            TEST + ": // TODO ring", TEST + ": @Disabled", TEST + ": /** @author me */");
  }

  @Test
  void whatever_is_public_and_not_described_is_seen() {
    assertThat(undescribed("public class Call {}")).containsExactly("Call has no comment");
    assertThat(undescribed("/** A. */ public record Call(int part) {}"))
        .containsExactly("Call does not describe part");
    assertThat(undescribed("/** A. */ public class Call { public int a(int b) { return b; } }"))
        .containsExactly("a has no comment");
    assertThat(
            undescribed(
                "/** A. */ public class Call { /** B. */ protected int a(int b) { return b; } }"))
        .containsExactly("a does not describe b", "a does not say what it returns");
    assertThat(undescribed("/** A. */ public interface Call { void ring(); int BELLS = 1; }"))
        .containsExactly("ring has no comment", "BELLS has no comment");
    assertThat(undescribed("/** A. */ public enum Call { RINGING }"))
        .containsExactly("RINGING has no comment");
    assertThat(undescribed("/** A. */ public class Call<T> {}"))
        .containsExactly("Call does not describe T");
  }

  @Test
  void what_is_described_or_hidden_is_left_alone() {
    assertThat(
            undescribed(
                """
                /**
                 * A.
                 *
                 * @param part what it is
                 */
                public record Call(int part) implements Runnable {
                  public Call {}
                  @Override public void run() {}
                  /** {@return the same} */
                  public int same() { return part; }
                  int hidden() { return part; }
                  record Hidden(int part) { public int same() { return part; } }
                }
                """))
        .isEmpty();
  }

  @Test
  void parts_are_described_where_a_module_exports_the_package_and_comments_are_everywhere() {
    String parts = "/** A. */ public record Call(int part) {}";
    SourceFile descriptor =
        new SourceFile("core/src/main/java/module-info.java", "module m { exports a.open; }");
    List<SourceFile> files =
        List.of(
            descriptor,
            new SourceFile("core/src/main/java/a/open/Call.java", parts),
            new SourceFile("core/src/main/java/a/hidden/Call.java", parts),
            new SourceFile("core/src/main/java/a/hidden/Other.java", "public class Other {}"),
            new SourceFile("bare/src/main/java/a/bare/Call.java", parts));
    assertThat(SourceRules.undescribed(files))
        .containsExactly(
            "core/src/main/java/a/open/Call.java: Call does not describe part",
            "core/src/main/java/a/hidden/Other.java: Other has no comment",
            "bare/src/main/java/a/bare/Call.java: Call does not describe part");
  }

  private static List<String> undescribed(String text) {
    return new SourceFile(MAIN, text).undescribed();
  }
}
