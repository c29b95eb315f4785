package io.ringwright.files;

import io.ringwright.files.YamlNode.Pair;
import io.ringwright.files.YamlNode.Row;
import io.ringwright.files.YamlNode.Scalar;
import io.ringwright.files.YamlNode.Table;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Makes nodes of the text of one YAML file. Of YAML it takes tables, rows and single values;
 * aliases, anchors, tags and several documents in one file are mistakes, so that a small file
 * cannot grow.
 */
final class YamlFile {

  private static final String ITEM = "YAML";
  private static final int DEEPEST = 100;
  private static final String INDENT =
      "Indent with spaces, the same number for what stands side by side, and put values that hold"
          + " any of : # [ ] { } * & ! | > ' \" % @ ` in quotation marks.";

  private final String file;
  private final FileMistakes mistakes;
  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<YamlNode> root = Optional.empty();
  private boolean refused;

  /** The last place that could be read, for what is told without a place. */
  private FilePlace last;

  /** A collection whose end was not read yet. */
  private record Open(FilePlace place, boolean isRow, List<YamlNode> children) {}

  YamlFile(String file, FileMistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
    this.last = new FilePlace(file, 1, 1);
  }

  /** The node of the whole file; empty if it holds nothing, or if a mistake was noted. */
  Optional<YamlNode> parse(String text) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(file).setCodePointLimit(Integer.MAX_VALUE).build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        last = place(event);
        if (!take(event)) {
          break;
        }
      }
    } catch (MarkedYamlEngineException malformed) {
      malformed(malformed);
    } catch (YamlEngineException malformed) {
      wrong(last, String.valueOf(malformed.getMessage()), "a YAML file", INDENT);
    }
    return refused ? Optional.empty() : root;
  }

  /** Whether a mistake was noted. */
  boolean isRefused() {
    return refused;
  }

  /** Whether to go on. */
  private boolean take(Event event) {
    if (event instanceof DocumentStartEvent start && root.isPresent()) {
      wrong(place(start), "a second document begins", "one", "Put it into a file of its own.");
      return false;
    }
    if (event instanceof AliasEvent alias) {
      wrong(
          place(alias),
          "'*" + alias.getAlias() + "' refers to another value",
          "each value where it is needed",
          "Put a value that begins with * in quotation marks; write a shared setting out.");
      return false;
    }
    if (event instanceof NodeEvent node) {
      return node(node);
    }
    if (event instanceof SequenceEndEvent || event instanceof MappingEndEvent) {
      close();
    }
    return true;
  }

  private boolean node(NodeEvent node) {
    FilePlace at = place(node);
    node.getAnchor()
        .ifPresent(
            name ->
                wrong(
                    at,
                    "'&" + name + "' names a value for others to refer to",
                    "each value where it is needed",
                    "Leave the name out; write a shared setting out."));
    if (node instanceof ScalarEvent scalar) {
      scalar.getTag().ifPresent(tag -> tagged(at, tag));
      add(new Scalar(at, scalar.getValue(), !scalar.isPlain()));
      return true;
    }
    if (node instanceof CollectionStartEvent start) {
      start.getTag().ifPresent(tag -> tagged(at, tag));
      open.push(new Open(at, node instanceof SequenceStartEvent, new ArrayList<>()));
    }
    if (open.size() > DEEPEST) {
      wrong(at, "values within values", "at most " + DEEPEST + " of them", INDENT);
      return false;
    }
    return true;
  }

  private void tagged(FilePlace at, String tag) {
    wrong(
        at,
        "tag " + Words.quoted(tag) + " has no meaning here",
        "a value without a tag",
        "Put a value that begins with ! in quotation marks.");
  }

  private void close() {
    Open done = open.pop();
    add(done.isRow() ? new Row(done.place(), done.children()) : table(done));
  }

  private Table table(Open done) {
    List<Pair> pairs = new ArrayList<>();
    List<YamlNode> children = done.children();
    for (int at = 0; at + 1 < children.size(); at += 2) {
      if (children.get(at) instanceof Scalar key) {
        pairs.add(new Pair(key, children.get(at + 1)));
      } else {
        wrong(children.get(at).place(), "a key is no single value", "a word or a number", INDENT);
      }
    }
    return new Table(done.place(), pairs);
  }

  private void add(YamlNode node) {
    if (open.isEmpty()) {
      root = Optional.of(node);
    } else {
      open.element().children().add(node);
    }
  }

  private void malformed(MarkedYamlEngineException malformed) {
    Optional<Mark> mark = malformed.getProblemMark().or(malformed::getContextMark);
    String problem = String.valueOf(malformed.getProblem());
    String context = malformed.getContext();
    wrong(
        mark.map(this::place).orElse(FilePlace.of(file)),
        (isBlank(context) ? "" : context.strip() + ": ") + problem.strip(),
        "a YAML file",
        problem.toLowerCase(Locale.ROOT).contains("tab")
            ? "Indent with spaces, not with tabs."
            : INDENT);
  }

  private static boolean isBlank(Object text) {
    return text == null || text.toString().isBlank();
  }

  private FilePlace place(Event event) {
    return event.getStartMark().map(this::place).orElse(FilePlace.of(file));
  }

  private FilePlace place(Mark mark) {
    return new FilePlace(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  private void wrong(FilePlace at, String problem, String expected, String remedy) {
    refused = true;
    mistakes.add(new FileMistake(at, ITEM, problem, expected, remedy));
  }
}
