package io.ringwright.text;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.Announcement;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingTarget;
import io.ringwright.call.SoundName;
import io.ringwright.call.Token;
import io.ringwright.directory.HostAnswers;
import io.ringwright.event.JournalEntry.StrategyFailure;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How values are written that consist of several others. */
public final class Words {

  /** What comes after them is with whom the caller talks. */
  private static final int PARTS_OF_A_SEEN_CALLER = 9;

  private Words() {}

  /** Reads a token. */
  public static Token token(String word) {
    return new Token(Long.parseLong(word));
  }

  /** Reads a priority. */
  public static Priority priority(String word) {
    return Priority.of(Integer.parseInt(word));
  }

  /** Writes a channel, as pbx:channel. */
  public static String channel(Channel channel) {
    return channel.pbx() + ":" + channel.name();
  }

  /** Reads a channel. */
  public static Channel channel(String word) {
    String[] halves = halves(word, ':', "pbx:channel");
    return new Channel(PbxId.of(halves[0]), halves[1]);
  }

  /**
   * Reads an announcement, as its text gives it: sounds, numbers after a hash, telephone numbers
   * after a star.
   */
  public static Announcement announcement(String text) {
    return new Announcement(Stream.of(text.split("&", -1)).map(Words::spoken).toList());
  }

  private static Announcement.Word spoken(String word) {
    if (word.startsWith("*")) {
      return new Announcement.Digits(ExternalNumber.of(word.substring(1)));
    }
    if (!word.startsWith("#")) {
      return new Announcement.Sound(SoundName.of(word));
    }
    int last = word.length() - 1;
    return new Announcement.Spoken(
        Integer.parseInt(word.substring(1, Math.max(1, last))), gender(word.charAt(last)));
  }

  private static Announcement.Gender gender(char letter) {
    for (Announcement.Gender gender : Announcement.Gender.values()) {
      if (gender.letter() == letter) {
        return gender;
      }
    }
    throw new IllegalArgumentException("expected c, f, m or n after a number");
  }

  /** Writes a destination: its kind, a colon, and its number or place. */
  public static String destination(Destination destination) {
    if (destination instanceof Destination.ToExtension) {
      return "extension:" + destination.digits();
    }
    if (destination instanceof Destination.ToDialplan) {
      return "dialplan:" + destination.digits();
    }
    return (destination instanceof Destination.ToHuntGroup ? "group:" : "external:")
        + destination.digits();
  }

  /** Reads a destination. */
  public static Destination destination(String word) {
    String[] halves = halves(word, ':', "extension:, group:, external: or dialplan: and more");
    return switch (halves[0]) {
      case "extension" -> new Destination.ToExtension(DirectoryNumber.of(halves[1]));
      case "group" -> new Destination.ToHuntGroup(DirectoryNumber.of(halves[1]));
      case "external" -> new Destination.ToExternal(ExternalNumber.of(halves[1]));
      case "dialplan" -> new Destination.ToDialplan(DialplanExtension.of(halves[1]));
      default ->
          throw new IllegalArgumentException(
              "expected extension:, group:, external: or dialplan: and more");
    };
  }

  /** Unlike the text that a channel remembers, this has no greatest length. */
  public static Requirements requirements(String text) {
    List<Requirements.Stage> stages = new ArrayList<>();
    for (String stage : text.split(";", -1)) {
      String[] halves = stages.isEmpty() ? new String[] {"0", stage} : halves(stage, '=', "after=");
      stages.add(
          new Requirements.Stage(Duration.ofSeconds(Long.parseLong(halves[0])), levels(halves[1])));
    }
    return new Requirements(stages);
  }

  private static Map<String, Integer> levels(String text) {
    Map<String, Integer> levels = new TreeMap<>();
    for (String each : text.isEmpty() ? List.<String>of() : List.of(text.split("\\+", -1))) {
      String[] halves = halves(each, ':', "skill:level");
      levels.put(halves[0], Integer.parseInt(halves[1]));
    }
    return levels;
  }

  /** Writes a device that rings: its name and, where that differs, a bar and what is dialled. */
  public static String device(RingTarget target) {
    return target.isDialledOtherwise()
        ? target.device() + "|" + target.dialString()
        : target.device().name();
  }

  /** Reads a device that rings for an extension. */
  public static RingTarget device(DirectoryNumber extension, String word) {
    int bar = word.indexOf('|');
    return bar < 0
        ? new RingTarget(extension, Device.of(word))
        : new RingTarget(extension, Device.of(word.substring(0, bar)), word.substring(bar + 1));
  }

  /** The parts of a report: device, state, calls by identity. */
  public static List<Object> parts(DeviceReport report) {
    List<Object> parts = new ArrayList<>(List.of(report.device(), report.state()));
    report.calls().stream().map(CallId::value).sorted().forEach(parts::add);
    return parts;
  }

  /** Reads the parts of a report. */
  public static DeviceReport deviceReport(List<String> parts) {
    HashSet<CallId> calls = new HashSet<>();
    parts.subList(2, parts.size()).forEach(call -> calls.add(CallId.of(call)));
    return new DeviceReport(
        Device.of(parts.get(0)),
        FieldReader.constant(DeviceState.class).apply(parts.get(1)),
        calls);
  }

  /** The parts of a caller in a snapshot. */
  public static List<Object> parts(SeenCaller seen) {
    RememberedCall call = seen.call();
    List<Object> parts =
        new ArrayList<>(
            List.of(
                call.id(),
                channel(call.channel()),
                call.caller().number(),
                call.caller().name(),
                call.called(),
                call.priority(),
                call.since(),
                call.requirements().text(),
                seen.where()));
    parts.addAll(seen.with());
    return parts;
  }

  /** Reads the parts of a caller in a snapshot. */
  public static SeenCaller seenCaller(List<String> parts) {
    if (parts.size() < PARTS_OF_A_SEEN_CALLER) {
      throw new IllegalArgumentException("expected at least " + PARTS_OF_A_SEEN_CALLER + " parts");
    }
    RememberedCall call =
        new RememberedCall(
            CallId.of(parts.get(0)),
            channel(parts.get(1)),
            new CallerId(parts.get(2), parts.get(3)),
            DirectoryNumber.of(parts.get(4)),
            priority(parts.get(5)),
            Instant.parse(parts.get(6)),
            requirements(parts.get(7)));
    return new SeenCaller(
        call,
        FieldReader.constant(Whereabouts.class).apply(parts.get(8)),
        parts.subList(PARTS_OF_A_SEEN_CALLER, parts.size()).stream().map(Device::of).toList());
  }

  /** The parts of an answer of a predicate: name, caller's number and name, group, yes or no. */
  public static List<Object> parts(HostAnswers.Question question, boolean holds) {
    return List.of(
        question.predicate(),
        question.caller().number(),
        question.caller().name(),
        question.throughGroup().map(DirectoryNumber::digits).orElse(""),
        holds ? "yes" : "no");
  }

  /** Reads the parts of an answer of a predicate. */
  public static Map<HostAnswers.Question, Boolean> hostAnswer(List<String> parts) {
    Optional<DirectoryNumber> group =
        parts.get(3).isEmpty() ? Optional.empty() : Optional.of(DirectoryNumber.of(parts.get(3)));
    CallerId caller = new CallerId(parts.get(1), parts.get(2));
    return Map.of(
        new HostAnswers.Question(parts.get(0), caller, group), FieldReader.flag(parts.get(4)));
  }

  /** Reads which question to a strategy failed. */
  public static StrategyFailure strategyFailure(String word) {
    String[] halves = halves(word, ':', "group:question");
    return new StrategyFailure(DirectoryNumber.of(halves[0]), Integer.parseInt(halves[1]));
  }

  /** The text before and after the first of a sign. */
  public static String[] halves(String word, char between, String expected) {
    int at = word.indexOf(between);
    if (at < 0) {
      throw new IllegalArgumentException("expected " + expected);
    }
    return new String[] {word.substring(0, at), word.substring(at + 1)};
  }
}
