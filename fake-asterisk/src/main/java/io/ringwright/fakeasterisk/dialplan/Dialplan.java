package io.ringwright.fakeasterisk.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A dialplan: which step comes at a context, an extension and a priority.
 *
 * <p>Of several extensions that match, the most specific one that has the priority counts, then
 * those of included contexts in order. Source: {@code pbx_find_extension} in Asterisk's {@code
 * main/pbx.c}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class Dialplan {

  private final Map<String, Context> contexts;
  private final Map<String, String> globals;
  private final List<Hint> hints;

  Dialplan(Map<String, Context> contexts, Map<String, String> globals, List<Hint> hints) {
    this.contexts = new LinkedHashMap<>(contexts);
    this.globals = Map.copyOf(globals);
    this.hints = List.copyOf(hints);
  }

  /**
   * Reads a dialplan.
   *
   * @param text in the language of {@code extensions.conf}
   * @return the dialplan
   * @throws IllegalArgumentException if a line cannot be understood; the message names it
   */
  public static Dialplan parse(String text) {
    return new DialplanReader().read(text);
  }

  /**
   * The step at a place.
   *
   * @param context the context
   * @param extension what was dialled
   * @param priority from 1
   * @return the step, or empty if nothing matches
   */
  public Optional<Step> step(String context, String extension, int priority) {
    return find(context, extension, candidate -> candidate.step(priority), new LinkedHashSet<>());
  }

  /**
   * The step with a label.
   *
   * @param context the context
   * @param extension what was dialled
   * @param label the label
   * @return the step, or empty if no matching extension has the label
   */
  public Optional<Step> labelled(String context, String extension, String label) {
    return find(context, extension, candidate -> candidate.labelled(label), new LinkedHashSet<>());
  }

  /**
   * Whether somebody who dials digit by digit may go on: something longer would match too. An
   * exclamation mark that matches decides for its context and what that includes: no more is asked.
   * Source: {@code pbx_find_extension} with {@code E_MATCHMORE} in Asterisk's {@code main/pbx.c}.
   *
   * @param context the context
   * @param dialled what was dialled so far
   * @return false as well for a context that is not there
   */
  public boolean mayBeLonger(String context, String dialled) {
    return mayBeLonger(context, dialled, new LinkedHashSet<>());
  }

  private boolean mayBeLonger(String name, String dialled, Set<String> visited) {
    Context context = contexts.get(name);
    if (context == null || !visited.add(name)) {
      return false;
    }
    for (Extension extension : context.extensions()) {
      ExtensionPattern pattern = extension.pattern();
      if (pattern.isComplete(dialled)) {
        return false;
      }
      if (pattern.mayBeLonger(dialled)) {
        return true;
      }
    }
    return context.includes().stream().anyMatch(each -> mayBeLonger(each, dialled, visited));
  }

  /**
   * The variables of the section {@code [globals]}.
   *
   * @return names and values, unchanging
   */
  public Map<String, String> globals() {
    return globals;
  }

  /**
   * The hints.
   *
   * @return in the order of the text
   */
  public List<Hint> hints() {
    return hints;
  }

  /**
   * The hint of an extension: its own, or that of a pattern, or one of an included context.
   *
   * @param context the context
   * @param extension the extension
   * @return empty if there is none
   */
  public Optional<Hint> hint(String context, String extension) {
    return hint(context, extension, new LinkedHashSet<>());
  }

  private Optional<Hint> hint(String name, String extension, Set<String> visited) {
    Context context = contexts.get(name);
    if (context == null || !visited.add(name)) {
      return Optional.empty();
    }
    return hints.stream()
        .filter(hint -> hint.context().equals(name))
        .filter(hint -> new ExtensionPattern(hint.extension()).matches(extension))
        .findFirst()
        .or(
            () ->
                context.includes().stream()
                    .flatMap(each -> hint(each, extension, visited).stream())
                    .findFirst());
  }

  /**
   * Every step there is.
   *
   * @return in no particular order
   */
  public Stream<Step> steps() {
    return contexts.values().stream()
        .flatMap(context -> context.extensions().stream())
        .flatMap(extension -> StreamSupport.stream(extension.steps().spliterator(), false));
  }

  /**
   * What stands in one context.
   *
   * @param name the context
   * @return what {@code ShowDialPlan} lists, or empty if there is no such context
   */
  public Optional<List<ListedLine>> listed(String name) {
    Context context = contexts.get(name);
    if (context == null) {
      return Optional.empty();
    }
    List<ListedLine> lines = new ArrayList<>();
    for (Extension extension : context.extensions()) {
      extension
          .steps()
          .forEach(step -> lines.add(new ListedLine(extension.pattern().text(), step, "")));
    }
    context.includes().forEach(included -> lines.add(ListedLine.include(included)));
    return Optional.of(lines);
  }

  private Optional<Step> find(
      String name,
      String dialled,
      Function<Extension, Optional<Step>> wanted,
      Set<String> visited) {
    Context context = contexts.get(name);
    if (context == null || !visited.add(name)) {
      return Optional.empty();
    }
    for (Extension extension : context.extensions()) {
      if (extension.pattern().matches(dialled)) {
        Optional<Step> step = wanted.apply(extension);
        if (step.isPresent()) {
          return step;
        }
      }
    }
    return context.includes().stream()
        .flatMap(included -> find(included, dialled, wanted, visited).stream())
        .findFirst();
  }
}
