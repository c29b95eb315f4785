package io.ringwright.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that cannot fail is no check: each rule must name the sinner of the fixture. */
class CoreRulesTest {

  private static final String FIXTURE = "io.ringwright.house.fixture";

  private static final JavaClasses SINNERS = new ClassFileImporter().importPackages(FIXTURE);

  @Test
  void every_way_to_make_a_thread_is_seen() {
    assertThat(report(CoreRules.nobodyStartsAThread()))
        .hasSize(4)
        .allMatch(line -> line.contains("ThreadMaker"))
        .anyMatch(line -> line.contains("java.lang.Thread.<init>"))
        .anyMatch(line -> line.contains("java.util.Timer.<init>"))
        .anyMatch(line -> line.contains("java.util.concurrent.Executors"))
        .anyMatch(line -> line.contains("java.util.concurrent.ForkJoinPool"));
  }

  @Test
  void a_step_upwards_is_seen() {
    assertThat(report(CoreRules.floorsPointDownwards(FIXTURE)))
        .anyMatch(line -> line.contains("call.LooksUpwards"))
        .anyMatch(line -> line.contains("routing.ImpureRule"));
  }

  @Test
  void an_impure_rule_is_seen() {
    assertThat(report(CoreRules.routingIsPure()))
        .allMatch(line -> line.contains("routing.ImpureRule"))
        .anyMatch(line -> line.contains("java.util.concurrent"))
        .anyMatch(line -> line.contains("port.SomePort"))
        .anyMatch(line -> line.contains("java.io"));
  }

  @Test
  void a_state_that_reaches_for_a_port_is_seen() {
    assertThat(report(CoreRules.stateCausesNoEffect(FIXTURE)))
        .isNotEmpty()
        .allMatch(line -> line.contains("BusyState"))
        .anyMatch(line -> line.contains("port.Telephony"))
        .anyMatch(line -> line.contains("java.time.Instant.now"))
        .anyMatch(line -> line.contains("java.util.concurrent"));
  }

  @Test
  void a_package_without_a_floor_is_seen() {
    assertThat(report(CoreRules.everythingHasAFloor(FIXTURE)))
        .isNotEmpty()
        .allMatch(line -> line.contains("cellar.Hidden") || line.contains("cellar.package-info"));
  }

  @Test
  void two_classes_of_the_engine_that_need_each_other_are_seen() {
    assertThat(report(CoreRules.classesOfTheEngineAreFreeOfCycles(FIXTURE)))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("engine.Hen", "engine.Egg"));
  }

  @Test
  void a_handler_that_keeps_all_parts_is_seen() {
    assertThat(report(CoreRules.nobodyKeepsAllParts(FIXTURE)))
        .singleElement()
        .satisfies(line -> assertThat(line).contains("engine.GreedyHandler.parts"));
  }

  private static List<String> report(ArchRule rule) {
    return rule.evaluate(SINNERS).getFailureReport().getDetails();
  }
}
