package io.ringwright.files;

import java.util.stream.Stream;

/**
 * A phone file with one mistake.
 *
 * @param yaml the file, with {@code ▶} before the place that is to be named
 * @param words what is to be said
 */
record PlantedMistake(String yaml, String words) {

  private static final String PEOPLE =
      """
      allow-external: "+49"
      extensions:
        101:
          name: Anna
          device: PJSIP/101
        102:
          name: Ben
          device: PJSIP/102
      """;

  /** The file without the mark. */
  String text() {
    return yaml.replace("▶", "");
  }

  int line() {
    return (int) before().chars().filter(c -> c == '\n').count() + 1;
  }

  int column() {
    return before().length() - before().lastIndexOf('\n');
  }

  private String before() {
    return yaml.substring(0, yaml.indexOf('▶'));
  }

  @Override
  public String toString() {
    return words;
  }

  static Stream<PlantedMistake> all() {
    return Stream.of(house(), hours(), extensions(), waiting(), groups(), heard(), notYaml())
        .flatMap(each -> each);
  }

  private static PlantedMistake at(String yaml, String words) {
    return new PlantedMistake(yaml, words);
  }

  /** In the settings of extension 103. */
  private static PlantedMistake extension(String yaml, String words) {
    return at(PEOPLE + "  103:\n    device: PJSIP/103\n" + yaml.indent(4), words);
  }

  /** In the settings of hunt group 700. */
  private static PlantedMistake group(String yaml, String words) {
    return at(PEOPLE + "hunt-groups:\n  700:\n    members: [101, 102]\n" + yaml.indent(4), words);
  }

  private static Stream<PlantedMistake> house() {
    return Stream.of(
        at("▶time-zon: UTC", "key 'time-zon' is not known"),
        at("time-zone: ▶Europe/Berln", "time-zone 'Europe/Berln' is not valid"),
        at("queue-order: ▶fair", "queue-order 'fair' is not valid"),
        at(
            "queue-order: ▶ageing 2 d",
            "penalty per level 2 d is not valid; expected zero to a day"),
        at("allow-external: [\"+49\", ▶germany]", "prefix 'germany' is not valid"),
        at(
            "limits: {diversion: ▶{per-number: 9, in-all: 3}}",
            "limit of 9 per number and 3 in all"),
        at("limits: {return: ▶{per-number: 9}}", "return has no in-all"),
        at("limits: {diversion: ▶never}", "diversion 'never' is not valid; expected none"),
        at("▶ami-secret: hunter2", "Secrets have no place in a phone file"),
        at(PEOPLE + "desks: {101: ▶PJSIP/102}", "expected a phone that is nobody's own"),
        at("extensions: ▶101", "expected keys below it"),
        at("time-zone: UTC\n▶time-zone: UTC", "'time-zone' is named twice, first in line 1"),
        at("▶Time-Zone: UTC", "Did you mean time-zone?"));
  }

  private static Stream<PlantedMistake> hours() {
    return Stream.of(
        at("hours: {office: ▶Mo-Fry 08:00-18:00}", "'Fry' is no day"),
        at(
            "hours:\n  office:\n    - Mo 08:00-12:00\n    - ▶Tu 18:00-08:00",
            "the end after the start"),
        at("hours: {office: {weekly: ▶Mo 08:00-25:00}}", "expected days and times, such as"),
        at(
            "hours: {office: {dates: {▶2026-13-24: closed}}}",
            "expected a date, such as 2026-12-24"),
        at("hours: {office: {dates: {2026-12-24: ▶shut}}}", "expected times such as"),
        at("hours: {office: {zone: ▶Mars, weekly: daily 08:00-09:00}}", "zone 'Mars' is not valid"),
        group("open: ▶offce", "open 'offce' is no name of hours"),
        group("▶open: {weekly: []}", "opening hours never open"));
  }

  private static Stream<PlantedMistake> extensions() {
    return Stream.of(
        at(PEOPLE + "  ▶10a: {device: PJSIP/1}", "extension '10a' has no valid number"),
        at(PEOPLE + "  ▶103: {name: Cleo}", "extension 103: has no device"),
        at(PEOPLE + "  103: {device: ▶PJSIP 103}", "device 'PJSIP 103' is not valid"),
        at(PEOPLE + "  103: {device: [SIP/1, ▶SIP/1]}", "device 'SIP/1' is named twice"),
        at(PEOPLE + "  103: {device: ▶{watch: SIP/1}}", "a device is not clear"),
        at(PEOPLE + "  103: {device: {outside: ▶\"0900123\"}}", "'0900123' may not be called"),
        at(
            PEOPLE + "  103: {device: {outside: \"+49301234\", key: ▶x}}",
            "confirmation key 'x' is not valid"),
        extension("ring-time: ▶20", "expected a number and ms, s, min, h or d, such as 20 s"),
        extension("ring-time: ▶2 h", "ring time 2 h is not valid; expected a second to an hour"),
        extension("wrap-up: ▶2 d", "wrap-up 2 d is not valid; expected zero to a day"),
        extension("hold-capacity: ▶many", "expected a whole number, such as 3"),
        extension("hold-capacity: ▶-1", "hold capacity -1 is not valid"),
        extension("service: ▶off", "expected in-service, do-not-disturb or out-of-service"),
        extension("▶rign-time: 20 s", "Did you mean ring-time?"),
        extension("skills: {french: ▶101}", "skill 'french' at level 101 is not valid"),
        extension("skills: {▶a b: 1}", "skill 'a b' is not valid"),
        extension("missed-rings: {busy: ▶{first: 1 s}}", "busy says not what follows"),
        extension("missed-rings: {no-reply: {pause-after: ▶0}}", "no reply 0 is not valid"),
        extension("forward: {on-busy: ▶999}", "forwarding on busy to '999' leads nowhere"),
        extension("forward: {on-busy: ▶103}", "leads back to itself"),
        extension("forward: {on-busy: ▶Bem}", "Did you mean Ben?"),
        extension("forward: {on-busy: ▶{when: always}}", "on-busy has no to"),
        extension(
            "forward: {on-busy: {to: 101, when: {caller: ▶030x-}}}", "a pattern in Asterisk's"),
        extension("forward: {on-busy: {to: 101, when: ▶{}}}", "when says nothing"),
        extension(
            "forward: {on-busy: {to: 101, when: {host: ▶moon}}}", "predicate 'moon' is not known"),
        extension("name: ▶\"two\\nlines\"", "expected 1 to 80 characters in one line"));
  }

  private static Stream<PlantedMistake> waiting() {
    return Stream.of(
        extension("longest-wait: ▶0 s", "longest wait 0 s is not valid"),
        extension("overflow:▶", "A value that begins with # must stand in quotation marks"),
        extension("overflow: {context: night, ▶exten: s}", "Did you mean extension?"),
        extension("overflow: ▶{context: a b}", "expected 1 to 79"),
        extension("keep-place: ▶2 d", "place kept for 2 d is not valid"),
        extension("keys: {▶12345: 101}", "key '12345' to leave the queue is not valid"),
        extension("keys: {1: ▶103}", "key '1' to '103' leads back to itself"),
        extension("keys: {1: call-back, 2: ▶call-back}", "a second key asks for a call back"),
        extension("key-digits-within: ▶20 s", "digits of a key within 20 s is not valid"),
        extension("▶call-back-sounds: {press: custom/press}", "but no such confirmation"));
  }

  private static Stream<PlantedMistake> groups() {
    return Stream.of(
        at(PEOPLE + "hunt-groups:\n  ▶700: {name: Sales}", "hunt group 700: has no members"),
        at(PEOPLE + "hunt-groups: {▶101: {members: 102}}", "number 101 is taken, see text:3:3"),
        at(
            PEOPLE + "hunt-groups: {700: {members: [101, ▶109]}}",
            "member '109' is not in the list"),
        at(PEOPLE + "hunt-groups: {700: {members: [101, ▶700]}}", "is the group itself"),
        at(
            PEOPLE + "hunt-groups: {700: {members: [{member: ▶101, priority: 0}]}}",
            "with priority 0 is not valid"),
        at(PEOPLE + "hunt-groups: {700: {members: ▶\"101, 102\"}}", "Write several as a list"),
        group("menu-key: ▶101", "number 101 belongs to extension 101"),
        group("strategy: ▶longest-idel", "Did you mean longest-idle?"),
        group("strategy: {host: ▶nearest}", "strategy 'nearest' is not known"),
        group("ring-one-more-every: ▶0 s", "ringing one more every 0 s is not valid"),
        group("open-priority: {▶2: 30 s}", "opening of priority 2 is for no member"),
        group("requires: ▶{french: 300}", "level 300 of skill french is not valid"),
        group("when-closed: ▶101", "is for a group that never closes"),
        group("▶nobody-there: {while-waiting: paused}", "who is paused counts as not there"),
        group("on-answer: {record: ▶yes}", "expected no, talk or from-answer"),
        group("on-answer: {dial-options: ▶qqq}", "is no option of Dial"),
        group("on-answer: {accept-by-key: ▶{key: 1, within: 3 s}}", "accept-by-key has no prompt"));
  }

  private static Stream<PlantedMistake> heard() {
    return Stream.of(
        group("callers-hear: {every: ▶2 s}", "announcements every 2 s is not valid"),
        group("callers-hear: {line: ▶ringing, position: yes}", "or line: early-media"),
        group("callers-hear: {music: ▶a b}", "music 'a b' is not valid"),
        group("callers-hear: {position: ▶maybe}", "expected yes or no"),
        group("callers-hear: {expected-wait: ▶90 s}", "expected whole minutes"),
        group("callers-hear: {sounds: {▶goodbye: custom/bye}}", "expected you-are-next"),
        group("callers-hear: {sounds: {you-are-next: ▶../../etc}}", "a path below the directory"));
  }

  private static Stream<PlantedMistake> notYaml() {
    return Stream.of(
        at("extensions:\n▶\t101: {}", "Indent with spaces, not with tabs"),
        at("extensions:\n  101: {device: PJSIP/101▶", "a YAML file"),
        at("time-zone: ▶&zone UTC", "'&zone' names a value"),
        at("extensions:\n  ▶*70: {device: SIP/1}", "Put a value that begins with *"),
        at("time-zone: ▶!!str UTC", "has no meaning here"),
        at("time-zone: UTC\n▶---\ntime-zone: UTC", "a second document begins"),
        at("? ▶[a, b]\n: c", "a key is no single value"),
        at("include: ▶other.yaml", "text includes a file"));
  }
}
