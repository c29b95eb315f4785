package io.ringwright.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The life of a call as docs/design.md lists it, class by class, is the life that a call has: each
 * event enters the classes of its list in that order, and none while it is on the stack already.
 */
class LifeOfACallTest {

  private static final Pattern ENTRY = Pattern.compile("\\d+\\. `(\\w+)` .*");
  private static final String EVERY = "Every event";

  private static final Map<String, List<String>> DESIGNED = designed();
  private static final Map<String, List<String>> LIVED = lived();

  @Test
  void each_event_enters_the_classes_in_the_order_of_the_design() {
    assertThat(DESIGNED).hasSizeGreaterThan(5);
    Set<String> listed = new HashSet<>();
    DESIGNED.values().forEach(listed::addAll);
    DESIGNED.forEach(
        (heading, classes) -> {
          if (!heading.equals(EVERY)) {
            List<String> expected =
                Stream.concat(DESIGNED.getOrDefault(EVERY, List.of()).stream(), classes.stream())
                    .distinct()
                    .toList();
            assertThat(LIVED.getOrDefault(heading, List.of()).stream().filter(listed::contains))
                .as(heading)
                .containsExactlyElementsOf(expected);
          }
        });
  }

  @Test
  void no_class_is_entered_again_while_it_is_on_the_stack() {
    LIVED.forEach(
        (heading, entered) -> {
          if (heading.endsWith(", again")) {
            assertThat(entered).as(heading).isEmpty();
          }
        });
  }

  @Test
  void a_class_that_is_entered_again_is_noticed() {
    Trace.begin();
    Trace.enter("a.One");
    Trace.enter("a.Two");
    Trace.enter("a.One$Inner");
    assertThat(Trace.again(each -> true)).containsExactly("a.One from a.Two");
  }

  private static Map<String, List<String>> designed() {
    Map<String, List<String>> designed = new LinkedHashMap<>();
    String heading = "";
    boolean life = false;
    for (String line : read(Path.of("..", "docs", "design.md")).lines().toList()) {
      life = line.startsWith("## ") ? line.equals("## The life of a call") : life;
      heading = line.startsWith("### ") ? line.substring("### ".length()) : heading;
      Matcher entry = ENTRY.matcher(line);
      if (life && entry.matches()) {
        designed.computeIfAbsent(heading, none -> new ArrayList<>()).add(entry.group(1));
      }
    }
    return designed;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, List<String>> lived() {
    try {
      Class<?> story =
          new TracingLoader(LifeOfACallTest.class.getClassLoader())
              .loadClass(LifeOfACallTest.class.getPackageName() + ".Story");
      Map<String, List<String>> lived =
          ((Supplier<Map<String, List<String>>>) story.getDeclaredConstructor().newInstance())
              .get();
      lived.replaceAll(
          (heading, names) ->
              heading.endsWith(", again")
                  ? names
                  : names.stream().map(name -> name.substring(name.lastIndexOf('.') + 1)).toList());
      return lived;
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("the story cannot be told", broken);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
