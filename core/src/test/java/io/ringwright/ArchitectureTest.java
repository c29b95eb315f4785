package io.ringwright;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.ringwright.house.CoreRules;
import org.junit.jupiter.api.Test;

/**
 * What holds for core alone; what holds for every module is checked by the test of this name in
 * examples.
 */
class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ringwright");

  @Test
  void floors_point_downwards() {
    CoreRules.floorsPointDownwards("io.ringwright").check(CORE);
  }

  @Test
  void every_package_has_a_floor() {
    CoreRules.everythingHasAFloor("io.ringwright").check(CORE);
  }

  @Test
  void classes_of_the_engine_are_free_of_cycles() {
    CoreRules.classesOfTheEngineAreFreeOfCycles("io.ringwright").check(CORE);
  }

  @Test
  void handlers_keep_the_few_parts_that_they_use() {
    CoreRules.nobodyKeepsAllParts("io.ringwright").check(CORE);
  }

  @Test
  void routing_rules_are_pure() {
    CoreRules.routingIsPure().check(CORE);
  }

  @Test
  void the_state_causes_no_effect() {
    CoreRules.stateCausesNoEffect("io.ringwright").check(CORE);
  }

  @Test
  void nobody_starts_a_thread() {
    CoreRules.nobodyStartsAThread().check(CORE);
  }
}
