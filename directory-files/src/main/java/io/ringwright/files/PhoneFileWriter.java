package io.ringwright.files;

import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.files.Tree.Branch;
import io.ringwright.files.Tree.Settings;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes phone files that {@link PhoneFileReader} reads: an equal phone list, with the same names,
 * comes back. Settings that are the default are left out. Strategies and predicates of the host
 * stand there by name. Opening hours without a name get one, unless they fit in a line.
 *
 * <p>Thread safety: nothing is kept between calls; any thread may ask.
 */
public final class PhoneFileWriter {

  private PhoneFileWriter() {}

  /**
   * A phone file as YAML.
   *
   * @param file any phone list, with names or without
   * @return the text; lines end with a line feed
   */
  public static String yaml(PhoneFile file) {
    HoursTree hours = new HoursTree(file.phones().timeZone(), file.hours());
    PhoneTree tree = new PhoneTree(file, false, hours::name);
    PhoneList phones = tree.described();
    Map<String, Tree> extensions = new LinkedHashMap<>();
    for (Extension each : phones.extensions()) {
      extensions.put(each.number().digits(), tree.extension(each).tall());
    }
    Map<String, Tree> groups = new LinkedHashMap<>();
    for (HuntGroup each : phones.huntGroups()) {
      groups.put(each.number().digits(), tree.group(each).tall());
    }
    StringBuilder text = new StringBuilder();
    append(tree.house().tall().children(), text);
    section("hours", hours.all(), text);
    section("extensions", extensions, text);
    section("hunt-groups", groups, text);
    return text.isEmpty() ? "{}\n" : text.toString();
  }

  private static void section(String key, Settings parts, StringBuilder text) {
    section(key, parts.tall().children(), text);
  }

  private static void section(String key, Map<String, Tree> parts, StringBuilder text) {
    if (!parts.isEmpty()) {
      append(Map.of(key, new Branch(parts, true)), text);
    }
  }

  /** Sections are written one by one, with a line between them. */
  private static void append(Map<String, Tree> section, StringBuilder text) {
    if (!section.isEmpty()) {
      text.append(text.isEmpty() ? "" : "\n").append(YamlText.of(new Branch(section, true)));
    }
  }
}
