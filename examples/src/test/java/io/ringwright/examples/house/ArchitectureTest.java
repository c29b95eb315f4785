package io.ringwright.examples.house;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameEndingWith;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of the house, for the classes of all modules that an application can see. */
class ArchitectureTest {

  private static final String AGI = "io.ringwright.agi..";
  private static final String AMI = "io.ringwright.ami..";
  private static final String SQLITE = "io.ringwright.journal.sqlite..";
  private static final String RECORDS = "io.ringwright.records..";
  private static final String FILES = "io.ringwright.files..";
  private static final String IMPORTS = "io.ringwright.imports..";
  private static final String WALLBOARD = "io.ringwright.wallboard..";

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ringwright");

  /** Examples and the laboratory are programs: they own the terminal and the clock. */
  private static final JavaClasses PUBLISHED =
      ALL.that(resideOutsideOfPackages("io.ringwright.examples..", "io.ringwright.it.."));

  /** What runs in the application, and not in its tests. */
  private static final JavaClasses IN_SERVICE =
      PUBLISHED.that(
          resideOutsideOfPackages("io.ringwright.testkit..", "io.ringwright.fakeasterisk.."));

  @Test
  void packages_form_no_cycle() {
    HouseRules.packagesFormNoCycle().check(ALL);
  }

  @Test
  void classes_that_need_each_other_are_three_at_most() {
    // Board, channel, bridge and line of the switch in memory need each other, as in Asterisk.
    HouseRules.circlesAreSmall(3)
        .check(PUBLISHED.that(resideOutsideOfPackage("io.ringwright.fakeasterisk.switchboard..")));
  }

  @Test
  void names_say_what_a_thing_is() {
    HouseRules.namesSayWhatAThingIs().check(ALL);
  }

  @Test
  void every_package_is_null_marked() {
    HouseRules.everyPackageIsNullMarked().check(ALL);
  }

  @Test
  void nobody_throws_generic_exceptions() {
    HouseRules.nobodyThrowsGenericExceptions().check(ALL);
  }

  @Test
  void visible_fields_are_final() {
    HouseRules.visibleFieldsAreFinal().check(ALL);
  }

  @Test
  void no_library_prints() {
    // The dialplan, the check of phone files, the import and the audit are programs too.
    // ErrorOutput
    // keeps what others print.
    HouseRules.nobodyPrints()
        .check(
            PUBLISHED.that(
                not(nameEndingWith("agi.Dialplan"))
                    .and(not(nameEndingWith("files.PhoneFiles")))
                    .and(not(nameEndingWith("imports.AsteriskImport")))
                    .and(not(nameEndingWith("audit.QueueLogAudit")))
                    .and(not(nameEndingWith("testkit.ErrorOutput")))));
  }

  @Test
  void public_types_are_closed() {
    // A contract is there to be extended by the test of an implementation.
    HouseRules.publicTypesAreClosed().check(PUBLISHED.that(not(nameEndingWith("Contract"))));
  }

  @Test
  void neither_core_nor_an_adapter_reads_the_wall_clock() {
    HouseRules.nobodyReadsTheWallClock(
            "io.ringwright.CallRouterBuilder",
            "io.ringwright.HostThreading",
            "io.ringwright.agi.FastAgiServerBuilder",
            // The check of the installation compares the clock of Asterisk with that of the
            // machine.
            "io.ringwright.ami.AmiConnectionBuilder",
            "io.ringwright.journal.sqlite.SqliteJournalBuilder",
            "io.ringwright.records.QueueLog$Builder",
            "io.ringwright.records.RecordDatabaseBuilder",
            "io.ringwright.micrometer.RoutingMetersBuilder",
            "io.ringwright.wallboard.WallboardServerBuilder")
        .check(IN_SERVICE);
  }

  @Test
  void adapters_use_the_door_of_core() {
    AdapterRules.adaptersUseTheDoor(
            "io.ringwright", AGI, AMI, SQLITE, RECORDS, FILES, IMPORTS, WALLBOARD)
        .check(ALL);
  }

  @Test
  void adapters_do_not_see_each_other() {
    // The import writes phone files, so it sees those.
    List<String> adapters = List.of(AGI, AMI, SQLITE, RECORDS, FILES, WALLBOARD);
    for (String one : adapters) {
      for (String other : adapters) {
        if (!one.equals(other)) {
          AdapterRules.adaptersDoNotSeeEachOther(one, other).check(ALL);
        }
      }
    }
  }

  @Test
  void foreign_types_stay_inside_the_adapters() {
    AdapterRules.foreignTypesStayInside(
            AGI, AMI, "io.ringwright.testkit..", "io.ringwright.fakeasterisk..")
        .check(ALL);
  }

  @Test
  void dangerous_parts_of_asterisk_java_stay_unused() {
    AdapterRules.dangerousPartsStayUnused().check(ALL);
  }
}
