package io.ringwright;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.ringwright.house.CoreRules;
import io.ringwright.house.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(HouseRules.withoutTests())
          .importPackages("io.ringwright");

  @Test
  void floors_point_downwards() {
    CoreRules.floorsPointDownwards("io.ringwright").check(CORE);
  }

  @Test
  void packages_form_no_cycle() {
    HouseRules.packagesFormNoCycle().check(CORE);
  }

  @Test
  void routing_rules_are_pure() {
    CoreRules.routingIsPure().check(CORE);
  }

  @Test
  void nobody_reads_the_wall_clock() {
    HouseRules.nobodyReadsTheWallClock().check(CORE);
  }

  @Test
  void nobody_starts_a_thread() {
    HouseRules.nobodyStartsAThread().check(CORE);
  }

  @Test
  void nobody_prints() {
    HouseRules.nobodyPrints().check(CORE);
  }

  @Test
  void nobody_throws_generic_exceptions() {
    HouseRules.nobodyThrowsGenericExceptions().check(CORE);
  }

  @Test
  void names_say_what_a_thing_is() {
    HouseRules.namesSayWhatAThingIs().check(CORE);
  }

  @Test
  void every_package_is_null_marked() {
    HouseRules.everyPackageIsNullMarked().check(CORE);
  }

  @Test
  void public_types_are_closed() {
    HouseRules.publicTypesAreClosed().check(CORE);
  }

  @Test
  void visible_fields_are_final() {
    HouseRules.visibleFieldsAreFinal().check(CORE);
  }
}
