package io.ringwright.directory.text;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LimitedUse;
import io.ringwright.directory.Desks;
import io.ringwright.directory.DirectoryException;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.UseLimit;
import io.ringwright.waiting.QueueOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Reads a phone list through its builder, which checks it as it checks any other, and compares what
 * it would write of it with what it read.
 */
final class PhoneListReader {

  private final List<LineScanner> lines;
  private final PhoneListBuilder list = PhoneList.builder();
  private final ScheduleReader schedules = new ScheduleReader();
  private final ItemReader items;
  private final Map<String, LineScanner> heads = new HashMap<>();
  private Desks desks = Desks.NONE;
  private int next;

  private PhoneListReader(List<LineScanner> lines, Map<String, Strategy> strategies) {
    this.lines = lines;
    this.items = new ItemReader(schedules, strategies);
  }

  static PhoneList read(String text, Map<String, Strategy> strategies) {
    String[] lines = text.split("\n", -1);
    inspectHeader(lines[0]);
    int last = lines.length - 2;
    if (last < 1 || !lines[last + 1].isEmpty() || !lines[last].startsWith("end ")) {
      throw new LineScanner(lines.length, "")
          .wrong("the text does not end with its line 'end characters=…'");
    }
    List<LineScanner> scanners =
        IntStream.range(1, last).mapToObj(at -> new LineScanner(at + 1, lines[at])).toList();
    PhoneList read = new PhoneListReader(scanners, strategies).list();
    inspectForm(List.of(lines).subList(0, last), PhoneListWriter.text(read).split("\n", -1));
    inspectEnd(new LineScanner(last + 1, lines[last]), text.length() - lines[last].length() - 1);
    return read;
  }

  private static void inspectHeader(String first) {
    String expected = PhoneListWriter.HEADER + PhoneListWriter.VERSION;
    if (first.equals(expected)) {
      return;
    }
    throw new PhoneListTextException(
        1,
        "the first line is " + LineScanner.shown(first) + ": expected '" + expected + "'",
        first.startsWith(PhoneListWriter.HEADER)
            ? "The text was written by another version of Ringwright: read it with that version,"
                + " or install the phone list anew."
            : "Give the text of a phone list, from its first character on.");
  }

  private static void inspectEnd(LineScanner end, int found) {
    end.word("end");
    int written = end.count("characters");
    end.end();
    if (written != found) {
      throw end.wrong(
          "the lines before have " + found + " characters: expected " + written + ", as written");
    }
  }

  /** One list has one text; whatever else can be read is not what was written. */
  private static void inspectForm(List<String> read, String[] written) {
    for (int at = 0; at < read.size(); at++) {
      String line = read.get(at);
      if (at >= written.length || !line.equals(written[at])) {
        String expected = at < written.length ? LineScanner.shown(written[at]) : "no such line";
        throw new LineScanner(at + 1, line)
            .wrong(LineScanner.shown(line) + " is not in its usual form: expected " + expected);
      }
    }
  }

  private PhoneList list() {
    LineScanner first = nextLine("queue-order");
    if (!first.word("queue-order").equals("queue-order")) {
      throw first.unknown();
    }
    String order = first.word("strict or a duration");
    first.end();
    if (!order.equals("strict")) {
      list.queueOrder(
          QueueOrder.ageing(
              first.read("queue-order", order, Duration::parse, "strict or a duration")));
    }
    timeZone(nextLine("time-zone"));
    while (next < lines.size()) {
      item(nextLine("an extension or a hunt group"));
    }
    try {
      return list.build().with(desks);
    } catch (DirectoryException refused) {
      throw at(refused);
    }
  }

  private void timeZone(LineScanner line) {
    if (!line.word("time-zone").equals("time-zone")) {
      throw line.unknown();
    }
    String zone = line.word("a time zone");
    line.end();
    list.timeZone(line.read("time-zone", zone, ZoneId::of, "a time zone that this Java knows"));
  }

  private LineScanner nextLine(String expected) {
    if (next >= lines.size()) {
      throw new LineScanner(next + 2, "").wrong("expected " + expected + " before the end");
    }
    return lines.get(next++);
  }

  private void item(LineScanner head) {
    String kind = head.isIndented() ? "" : head.word("a word");
    List<LineScanner> below = below();
    switch (kind) {
      case "allow-external" -> list.allowExternal(prefix(head, below));
      case "allow-call-back" -> list.allowCallBack(prefix(head, below));
      case "limit" -> limit(head, below);
      case "desk" -> desk(head, below);
      case "schedule" -> schedules.schedule(head, below);
      case "extension" -> {
        String number = head.word("a number");
        heads.put("extension " + number, head);
        list.extension(number, each -> items.extension(each, head, below));
      }
      case "hunt-group" -> {
        String number = head.word("a number");
        heads.put("hunt group " + number, head);
        list.huntGroup(number, each -> items.group(each, number, head, below));
      }
      default -> throw head.unknown();
    }
  }

  private String prefix(LineScanner head, List<LineScanner> below) {
    heads.put("allowed numbers", head);
    String prefix = head.word("a prefix");
    head.end();
    nothing(below);
    return prefix;
  }

  private void desk(LineScanner head, List<LineScanner> below) {
    DirectoryNumber person =
        head.read("desk", head.word("a number"), DirectoryNumber::of, "an extension of the list");
    Device phone = head.read("desk", head.word("a device"), Device::of, "a phone of nobody");
    desks = desks.with(person, phone);
    head.end();
    nothing(below);
  }

  private static void nothing(List<LineScanner> below) {
    if (!below.isEmpty()) {
      throw below.get(0).unknown();
    }
  }

  private void limit(LineScanner head, List<LineScanner> below) {
    LimitedUse use =
        head.read(
            "limit",
            head.word("what is limited"),
            LimitedUse::of,
            "call-back, diversion or return");
    String perNumber = head.word("none or a number");
    if (perNumber.equals("none")) {
      list.limit(use, UseLimit.NONE);
    } else {
      String all = perNumber + " " + head.word("a number") + " " + head.word("a duration");
      list.limit(use, head.read("limit", all, PhoneListReader::useLimit, "two numbers, a time"));
    }
    head.end();
    nothing(below);
  }

  private static UseLimit useLimit(String text) {
    String[] parts = text.split(" ", -1);
    return new UseLimit(
        Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Duration.parse(parts[2]));
  }

  private List<LineScanner> below() {
    int from = next;
    while (next < lines.size() && lines.get(next).isIndented()) {
      next++;
    }
    return lines.subList(from, next);
  }

  /** The first mistake of a list that its builder refuses, with the line of the item. */
  private PhoneListTextException at(DirectoryException refused) {
    DirectoryException.Mistake first = refused.mistakes().get(0);
    LineScanner head = heads.getOrDefault(first.item(), new LineScanner(0, ""));
    PhoneListTextException placed = head.wrong(first.toString());
    placed.initCause(refused);
    return placed;
  }
}
