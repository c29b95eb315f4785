package io.ringwright.files;

import java.util.Map;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes trees as YAML: what is short stands in one line. */
final class YamlText {

  private static final int WIDTH = 100;
  private static final int LONGEST_IN_A_LINE = 80;
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_/.@+:, -]*");
  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|[1-9][0-9]{0,14}");

  /** What some reader of YAML takes for a number, and is to stay as it is. */
  private static final Pattern LIKE_A_NUMBER = Pattern.compile("[0-9][0-9_.eExX]*|0[xo].*");

  private YamlText() {}

  static String of(Tree tree) {
    DumpSettings settings =
        DumpSettings.builder()
            .setWidth(WIDTH)
            .setSplitLines(false)
            .setIndent(2)
            .setIndicatorIndent(2)
            .setIndentWithIndicator(true)
            .build();
    Buffer buffer = new Buffer();
    new Dump(settings).dumpNode(node(tree, false), buffer);
    return buffer.text.toString();
  }

  private static final class Buffer implements StreamDataWriter {
    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(String part) {
      text.append(part);
    }

    @Override
    public void write(String part, int from, int length) {
      text.append(part, from, from + length);
    }
  }

  /**
   * A node of YAML.
   *
   * @param within whether what is around it stands in one line
   */
  private static Node node(Tree tree, boolean within) {
    if (tree instanceof Tree.Leaf leaf) {
      return scalar(leaf.text());
    }
    boolean inOneLine = within || (isShort(tree) && !isTall(tree));
    FlowStyle style = inOneLine ? FlowStyle.FLOW : FlowStyle.BLOCK;
    if (tree instanceof Tree.Row row) {
      return new SequenceNode(
          Tag.SEQ, row.entries().stream().map(each -> node(each, inOneLine)).toList(), style);
    }
    Map<String, Tree> children = ((Tree.Branch) tree).children();
    return new MappingNode(
        Tag.MAP,
        children.entrySet().stream()
            .map(each -> new NodeTuple(scalar(each.getKey()), node(each.getValue(), inOneLine)))
            .toList(),
        style);
  }

  private static boolean isTall(Tree tree) {
    return tree instanceof Tree.Branch branch && branch.tall();
  }

  private static boolean isShort(Tree tree) {
    return length(tree) <= LONGEST_IN_A_LINE;
  }

  private static int length(Tree tree) {
    if (tree instanceof Tree.Leaf leaf) { // Within a line, a colon would need quotation marks.
      return leaf.text().length() + (leaf.text().indexOf(':') < 0 ? 2 : LONGEST_IN_A_LINE);
    }
    if (tree instanceof Tree.Row row) {
      return 2 + row.entries().stream().mapToInt(each -> length(each) + 2).sum();
    }
    return ((Tree.Branch) tree)
        .children().entrySet().stream()
            .mapToInt(each -> each.getKey().length() + length(each.getValue()) + 4)
            .sum();
  }

  /** Whole numbers and words as they are, anything else in quotation marks. */
  private static Node scalar(String text) {
    if (WHOLE_NUMBER.matcher(text).matches()) {
      return new ScalarNode(Tag.INT, text, ScalarStyle.PLAIN);
    }
    boolean plain = PLAIN.matcher(text).matches() && !LIKE_A_NUMBER.matcher(text).matches();
    return new ScalarNode(Tag.STR, text, plain ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED);
  }
}
