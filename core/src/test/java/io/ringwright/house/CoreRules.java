package io.ringwright.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;

/** What holds for core alone. */
public final class CoreRules {

  private CoreRules() {}

  /** The packages of each floor, from top to bottom; a floor imports only what stands below it. */
  private static final List<List<String>> FLOORS =
      List.of(
          List.of(""),
          List.of(".replay.."),
          List.of(".engine"),
          List.of(".engine.image..", ".engine.dispatch.."),
          List.of(".engine.state.."),
          List.of(".effect..", ".recording..", ".memory.."),
          List.of(".text..", ".journal..", ".host.."),
          List.of(".event.."),
          List.of(".port.."),
          List.of(".view..", ".routing..", ".lint..", ".announcement..", ".directory.text.."),
          List.of(".directory"),
          List.of(".estimate.."),
          List.of(".availability..", ".waiting.."),
          List.of(".telling.."),
          List.of(".dialplan..", ".call.."));

  /**
   * Each floor of core imports only what stands below it.
   *
   * @param root the package of the door
   */
  public static ArchRule floorsPointDownwards(String root) {
    LayeredArchitecture floors =
        layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      String[] packages =
          FLOORS.get(floor).stream().map(each -> root + each).toArray(String[]::new);
      floors = floors.layer(name(floor)).definedBy(packages);
    }
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      String[] above = IntStream.range(0, floor).mapToObj(CoreRules::name).toArray(String[]::new);
      floors =
          floor == 0
              ? floors.whereLayer(name(floor)).mayNotBeAccessedByAnyLayer()
              : floors.whereLayer(name(floor)).mayOnlyBeAccessedByLayers(above);
    }
    return floors;
  }

  private static String name(int floor) {
    return "floor " + (FLOORS.size() - floor) + " " + FLOORS.get(floor);
  }

  /**
   * Every package of core stands on a floor.
   *
   * @param root the package of the door
   */
  public static ArchRule everythingHasAFloor(String root) {
    String[] packages =
        FLOORS.stream().flatMap(List::stream).map(each -> root + each).toArray(String[]::new);
    return classes().should().resideInAnyPackage(packages);
  }

  /**
   * No class of the engine or of the rules needs another that needs it.
   *
   * @param root the package of the door
   */
  public static ArchRule classesOfTheEngineAreFreeOfCycles(String root) {
    return slices()
        .assignedFrom(new TopLevelClasses(List.of(root + ".engine", root + ".routing")))
        .should()
        .beFreeOfCycles();
  }

  /**
   * What handlers are built from is handed to their constructors; each keeps the few that it uses,
   * not all of it.
   *
   * @param root the package of the door
   */
  public static ArchRule nobodyKeepsAllParts(String root) {
    return noFields()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(root + ".engine..")
        .should()
        .haveRawType(nameMatching(".*\\.engine\\.\\w+Parts"));
  }

  /** Each top-level class of some packages is a slice of its own. */
  private record TopLevelClasses(List<String> roots) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
      boolean within =
          roots.stream()
              .anyMatch(
                  root ->
                      javaClass.getPackageName().equals(root)
                          || javaClass.getPackageName().startsWith(root + "."));
      return within
          ? SliceIdentifier.of(javaClass.getName().split("\\$", 2)[0])
          : SliceIdentifier.ignore();
    }

    @Override
    public String getDescription() {
      return "the classes of " + roots;
    }
  }

  /**
   * The same facts and instant give the same decision: no port, no I/O, no thread, no log. What
   * {@code ReachMap} finds out about a phone list may be kept, for many threads.
   */
  public static ArchRule routingIsPure() {
    return noClasses()
        .that()
        .resideInAPackage("..routing..")
        .and()
        .doNotHaveSimpleName("ReachMap")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "..port..",
            "..memory..",
            "java.io..",
            "java.net..",
            "java.nio..",
            "java.sql..",
            "java.util.concurrent..",
            "org.slf4j..",
            "com.github.benmanes..");
  }

  /**
   * The state is data, and matching reads it: no port, no effect, no clock, no thread, so that the
   * same list of events leads to the same decisions.
   *
   * @param root the package of the door
   */
  public static ArchRule stateCausesNoEffect(String root) {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".engine.state..", root + ".engine.dispatch..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                    root,
                    root + ".port..",
                    root + ".effect..",
                    root + ".memory..",
                    "java.io..",
                    "java.net..",
                    "java.nio..",
                    "java.util.concurrent..")
                .or(belongToAnyOf(Thread.class, Clock.class, InstantSource.class)))
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis");
  }

  /**
   * Core starts threads for code of the host alone, so that no caller waits for it, and in one
   * place.
   */
  public static ArchRule nobodyStartsAThread() {
    return noClasses()
        .that()
        .doNotHaveSimpleName("HostThreads")
        .should()
        .accessTargetWhere(describe("it makes a thread", CoreRules::makesAThread));
  }

  private static boolean makesAThread(JavaAccess<?> access) {
    AccessTarget target = access.getTarget();
    JavaClass owner = target.getOwner();
    boolean constructor = target.getName().equals("<init>");
    return (constructor && owner.isAssignableTo(Thread.class))
        || (constructor && owner.isAssignableTo(Timer.class))
        || owner.isEquivalentTo(Executors.class)
        || owner.isEquivalentTo(ForkJoinPool.class);
  }
}
