package io.ringwright.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Timer;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.regex.Pattern;

/** What holds for core alone. */
public final class CoreRules {

  private CoreRules() {}

  /**
   * Each floor of core imports only what stands below it. The door, the in-memory parts, events,
   * lint, rules and ports, facts, calls: from top to bottom.
   *
   * @param root the package of the door
   */
  public static ArchRule floorsPointDownwards(String root) {
    return layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("door")
        .definedBy(root)
        .layer("memory")
        .definedBy(root + ".memory..")
        .layer("rules")
        .definedBy(root + ".routing..")
        .layer("lint")
        .definedBy(root + ".lint..")
        .layer("events")
        .definedBy(root + ".event..")
        .layer("ports")
        .definedBy(root + ".port..")
        .layer("facts")
        .definedBy(
            root + ".directory..",
            root + ".availability..",
            root + ".waiting..",
            root + ".estimate..")
        .layer("calls")
        .definedBy(root + ".call..")
        .whereLayer("door")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("memory")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("door", "memory")
        .whereLayer("lint")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("events")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("ports")
        .mayOnlyBeAccessedByLayers("door", "memory", "events")
        .whereLayer("facts")
        .mayOnlyBeAccessedByLayers("door", "memory", "rules", "lint", "events", "ports");
  }

  /** The same facts and instant give the same decision: no port, no I/O, no thread, no log. */
  public static ArchRule routingIsPure() {
    return noClasses()
        .that()
        .resideInAPackage("..routing..")
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
   * The state answers with effects and carries out none: it knows neither the door nor a port, so a
   * recorded list of events replays to the same decisions.
   *
   * @param root the package of the door
   */
  public static ArchRule stateCausesNoEffect(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root)
        .and()
        .haveNameNotMatching(
            ".*\\.(CallRouter|CallRouterBuilder|EffectRunner|StoreWriter|RouterTicker)(\\$.*)?")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            Pattern.quote(root)
                + "\\.(CallRouter|EffectRunner|StoreWriter|port\\.(CallStore|Telephony|RoutingListener))");
  }

  /** The library starts no thread that the host did not ask for. */
  public static ArchRule nobodyStartsAThread() {
    return noClasses()
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
