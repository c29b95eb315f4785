package io.ringwright.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A check that cannot fail is no check: each rule must name the sinner of the fixture, and him
 * only.
 */
class HouseRulesTest {

  private static final String FIXTURE = "io.ringwright.examples.house.fixture";

  private static final JavaClasses SINNERS = new ClassFileImporter().importPackages(FIXTURE);

  @Test
  void a_cycle_of_packages_is_seen_even_through_the_root() {
    assertThat(report(HouseRules.packagesFormNoCycle()))
        .hasSize(1)
        .first()
        .asString()
        .contains(FIXTURE + ".RootOfCycle", FIXTURE + ".tangled.PartOfCycle");
  }

  @Test
  void a_large_circle_of_classes_is_seen_and_a_small_one_passes() {
    assertNames(HouseRules.circlesAreSmall(2), "circle.First", "circle.Second", "circle.Third");
    assertThat(HouseRules.circlesAreSmall(3).evaluate(SINNERS).hasViolation()).isFalse();
  }

  @Test
  void an_empty_word_is_seen() {
    assertNames(HouseRules.namesSayWhatAThingIs(), "RingManager", "service.");
  }

  @Test
  void a_package_without_declared_nullness_is_seen() {
    assertNames(HouseRules.everyPackageIsNullMarked(), "unmarked.Unmarked");
  }

  @Test
  void an_open_public_class_is_seen() {
    assertNames(HouseRules.publicTypesAreClosed(), "OpenToAll");
  }

  @Test
  void a_visible_mutable_field_is_seen() {
    assertNames(HouseRules.visibleFieldsAreFinal(), "OpenToAll.count");
  }

  @Test
  void every_way_to_read_the_clock_is_seen() {
    assertThat(report(HouseRules.nobodyReadsTheWallClock()))
        .hasSize(7)
        .allMatch(line -> line.contains("ClockReader"))
        .anyMatch(line -> line.contains("java.time.Instant.now"))
        .anyMatch(line -> line.contains("java.lang.System.nanoTime"))
        .anyMatch(line -> line.contains("java.lang.System.currentTimeMillis"))
        .anyMatch(line -> line.contains("java.time.LocalDate.now"))
        .anyMatch(line -> line.contains("java.util.Date.<init>"))
        .anyMatch(line -> line.contains("java.time.Clock.systemUTC"))
        .anyMatch(line -> line.contains("java.time.InstantSource.system"));
  }

  @Test
  void a_named_class_may_read_the_clock() {
    ArchRule rule = HouseRules.nobodyReadsTheWallClock(FIXTURE + ".ClockReader");
    assertThat(rule.evaluate(SINNERS).hasViolation()).isFalse();
  }

  @Test
  void printing_is_seen() {
    assertNames(HouseRules.nobodyPrints(), "Printer");
  }

  @Test
  void a_generic_exception_is_seen() {
    assertNames(HouseRules.nobodyThrowsGenericExceptions(), "Thrower");
  }

  private static void assertNames(ArchRule rule, String... sinners) {
    List<String> lines = report(rule);
    assertThat(lines)
        .allMatch(
            line ->
                List.of(sinners).stream().anyMatch(name -> line.contains(FIXTURE + "." + name)));
    for (String name : sinners) {
      assertThat(lines).anyMatch(line -> line.contains(FIXTURE + "." + name));
    }
  }

  private static List<String> report(ArchRule rule) {
    return rule.evaluate(SINNERS).getFailureReport().getDetails();
  }
}
