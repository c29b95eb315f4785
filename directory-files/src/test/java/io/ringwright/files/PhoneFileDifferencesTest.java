package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What changed between two phone files is said in words, and nothing else is. */
class PhoneFileDifferencesTest {

  private static final String BEFORE =
      """
      hours: {office: Mo-Fr 08:00-18:00}
      extensions:
        101: {name: Anna, device: PJSIP/101}
        102: {device: PJSIP/102, skills: {french: 3}}
        103: {device: PJSIP/103, overflow: 102}
      hunt-groups:
        700: {name: Sales, members: [101, 102, 103], open: office, callers-hear: {position: yes}}
      """;

  private static List<String> changes(String from, String to) {
    return changesTo(BEFORE.replace(from, to));
  }

  private static List<String> changesTo(String after) {
    PhoneFileReader reader = PhoneFileReader.create().anyHostNames();
    return PhoneFileDifferences.between(reader.readText(BEFORE), reader.readText(after));
  }

  @Test
  void a_file_does_not_differ_from_itself() {
    assertThat(changes("Anna", "Anna")).isEmpty();
  }

  @Test
  void who_leaves_and_joins_is_named() {
    assertThat(changes("[101, 102, 103]", "[102, 103]"))
        .containsExactly("101 (Anna) left 700 (Sales)");
    assertThat(
            PhoneFileDifferences.between(
                PhoneFileReader.create().readText(BEFORE.replace("[101, 102, 103]", "[101, 103]")),
                PhoneFileReader.create().readText(BEFORE)))
        .containsExactly("102 joined 700 (Sales)");
  }

  @Test
  void another_rank_or_order_of_members_is_told() {
    assertThat(changes("[101, 102, 103]", "[102, 101, 103]"))
        .containsExactly("700 (Sales): members stand in another order");
    assertThat(changes("[101, 102, 103]", "[101, {member: 102, priority: 2}, 103]"))
        .containsExactly("700 (Sales): member 102 priority 1, weight 1 → priority 2, weight 1");
  }

  @Test
  void a_setting_is_told_with_both_values_the_default_too() {
    assertThat(changes("device: PJSIP/101", "device: PJSIP/101, ring-time: 30 s"))
        .containsExactly("101 (Anna): ring time 20 s → 30 s");
    assertThat(changes("french: 3", "french: 4")).containsExactly("102: skills french 3 → 4");
    assertThat(changes(", skills: {french: 3}", "")).containsExactly("102: skills french 3 → none");
    assertThat(changes("position: yes", "every: 45 s"))
        .containsExactly(
            "700 (Sales): callers hear position yes → no",
            "700 (Sales): callers hear every 1 min → 45 s");
    assertThat(changes("overflow: 102", "overflow: {context: night}"))
        .containsExactly("103: overflow 102 → context night, extension s");
  }

  @Test
  void who_is_new_and_who_is_gone_is_told() {
    assertThat(changes("hunt-groups:", "  104: {name: Doris, device: PJSIP/104}\nhunt-groups:"))
        .containsExactly("104 (Doris) is new");
    assertThat(changesTo("extensions:\n  101: {name: Anna, device: PJSIP/101}"))
        .containsExactly(
            "hours office are gone", "102 is gone", "103 is gone", "700 (Sales) is gone");
  }

  @Test
  void hours_are_told_once() {
    assertThat(changes("Mo-Fr 08:00-18:00", "Mo-Fr 08:00-17:00"))
        .containsExactly("hours office: weekly Mo-Fr 08:00-18:00 → weekly Mo-Fr 08:00-17:00");
  }

  @Test
  void settings_of_the_house_are_told() {
    assertThat(changes("hours:", "queue-order: ageing 30 s\nhours:"))
        .containsExactly("house: queue order strict → ageing 30 s");
  }

  @Property(tries = 100)
  void nothing_is_told_of_equal_files_and_something_of_others(
      @ForAll long seed, @ForAll @IntRange(max = 1) int other) {
    PhoneFile one = AnyPhoneFile.of(seed);
    PhoneFile two = AnyPhoneFile.of(seed + other);
    assertThat(PhoneFileDifferences.between(one, two).isEmpty()).isEqualTo(one.equals(two));
  }
}
