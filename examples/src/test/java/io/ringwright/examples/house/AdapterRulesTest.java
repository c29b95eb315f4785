package io.ringwright.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that cannot fail is no check: each rule must name the sinner of the fixture. */
class AdapterRulesTest {

  private static final String FIXTURE = "io.ringwright.examples.house.fixture";

  private static final JavaClasses SINNERS = new ClassFileImporter().importPackages(FIXTURE);

  @Test
  void a_foreign_type_is_seen_wherever_it_shows() {
    assertThat(report(AdapterRules.foreignTypesStayInside(FIXTURE)))
        .allMatch(line -> line.contains("LeakyAdapter"))
        .anyMatch(line -> line.contains("shows org.asteriskjava.fastagi.AgiScript"))
        .anyMatch(line -> line.contains("LeakyAdapter.field"))
        .anyMatch(line -> line.contains("LeakyAdapter.inAGeneric"))
        .anyMatch(line -> line.contains("LeakyAdapter.parameter"))
        .anyMatch(line -> line.contains("LeakyAdapter.thrown"))
        .noneMatch(line -> line.contains("hidden"))
        .noneMatch(line -> line.contains("Private"));
  }

  @Test
  void each_dangerous_part_is_seen() {
    assertThat(report(AdapterRules.dangerousPartsStayUnused()))
        .allMatch(line -> line.contains("DaringAdapter"))
        .anyMatch(line -> line.contains("CommandAction"))
        .anyMatch(line -> line.contains("ManagerEventListenerProxy"))
        .anyMatch(line -> line.contains("ManagerConnectionFactory"))
        .anyMatch(line -> line.contains("AsyncAgi"))
        .anyMatch(line -> line.contains("org.asteriskjava.live"))
        .anyMatch(line -> line.contains("org.asteriskjava.pbx"));
  }

  @Test
  void an_adapter_behind_the_door_is_seen() {
    assertThat(report(AdapterRules.adaptersUseTheDoor(FIXTURE, FIXTURE + ".one..")))
        .isNotEmpty()
        .allMatch(line -> line.contains("one.GoesBehindTheDoor"))
        .anyMatch(line -> line.contains("routing.SomeRule"))
        .anyMatch(line -> line.contains("memory.SomeStore"));
  }

  @Test
  void an_adapter_that_needs_another_is_seen() {
    assertThat(
            report(
                AdapterRules.adaptersDoNotSeeEachOther(FIXTURE + ".other..", FIXTURE + ".one..")))
        .isNotEmpty()
        .allMatch(line -> line.contains("other.NeedsAnother"));
  }

  private static List<String> report(ArchRule rule) {
    return rule.evaluate(SINNERS).getFailureReport().getDetails();
  }
}
