package io.ringwright.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.lang.ArchRule;

/** The floors of core: each imports only what stands below it. */
public final class CoreRules {

  private CoreRules() {}

  /**
   * The door, the in-memory parts, rules and ports, facts, calls: from top to bottom.
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
        .layer("ports")
        .definedBy(root + ".port..")
        .layer("facts")
        .definedBy(root + ".directory..", root + ".availability..", root + ".waiting..")
        .layer("calls")
        .definedBy(root + ".call..")
        .whereLayer("door")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("memory")
        .mayOnlyBeAccessedByLayers("door")
        .whereLayer("rules")
        .mayOnlyBeAccessedByLayers("door", "memory")
        .whereLayer("ports")
        .mayOnlyBeAccessedByLayers("door", "memory")
        .whereLayer("facts")
        .mayOnlyBeAccessedByLayers("door", "memory", "rules", "ports");
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
}
