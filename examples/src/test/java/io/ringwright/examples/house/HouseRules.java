package io.ringwright.examples.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;

/**
 * What holds for the classes of every module. Each rule is shown to bite by {@code HouseRulesTest}.
 */
final class HouseRules {

  private static final Pattern EMPTY_WORD =
      Pattern.compile(".*(Manager|Utils?|Helper|Impl|Common|Base|Misc)");

  private static final Pattern KIND_PACKAGE =
      Pattern.compile("(.*\\.)?(utils?|common|misc|model|dto|impl|service|helper)(\\..*)?");

  private static final Set<String> CLOCK_CLASSES =
      Set.of("java.time.Clock", "java.time.InstantSource");

  private HouseRules() {}

  /** No two packages need each other, directly or in a ring; the root package counts as one. */
  static ArchRule packagesFormNoCycle() {
    return slices().assignedFrom(onePerPackage()).should().beFreeOfCycles();
  }

  /**
   * Classes that need each other form circles of a few: nested classes count as part of the outer
   * one.
   *
   * @param most how many classes a circle may have
   */
  static ArchRule circlesAreSmall(int most) {
    return classes().should(standInCirclesOfAtMost(most));
  }

  private static ArchCondition<JavaClass> standInCirclesOfAtMost(int most) {
    return new ArchCondition<>("stand in circles of at most " + most + " classes") {
      private ClassCircles circles = ClassCircles.of(List.of());

      @Override
      public void init(Collection<JavaClass> all) {
        circles = ClassCircles.of(all);
      }

      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Set<String> circle = circles.of(type);
        if (circle.size() > most) {
          events.add(SimpleConditionEvent.violated(type, type.getName() + " needs " + circle));
        }
      }
    };
  }

  /** A name that ends in an empty word says nothing about the thing. */
  static ArchRule namesSayWhatAThingIs() {
    return noClasses()
        .should(
            be(
                describe(
                    "named with an empty word",
                    (JavaClass type) ->
                        EMPTY_WORD.matcher(type.getSimpleName()).matches()
                            || KIND_PACKAGE.matcher(type.getPackageName()).matches())));
  }

  /** Nullness is declared for every package, and so checked by the compiler. */
  static ArchRule everyPackageIsNullMarked() {
    return classes()
        .should(
            be(
                describe(
                    "in a @NullMarked package",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))));
  }

  /** Whoever may extend our classes can break them: only interfaces invite. */
  static ArchRule publicTypesAreClosed() {
    return classes()
        .that()
        .arePublic()
        .should(
            be(
                describe(
                    "final, sealed, an enum or an interface",
                    (JavaClass type) ->
                        type.isInterface()
                            || type.isEnum()
                            || type.reflect().isSealed()
                            || type.getModifiers().contains(JavaModifier.FINAL))));
  }

  /** Nobody outside a class may change its state by assignment. */
  static ArchRule visibleFieldsAreFinal() {
    return fields().that().arePublic().or().areProtected().should().beFinal();
  }

  /**
   * Time is handed in as an {@code InstantSource}, or tests could not hold it.
   *
   * @param whoMay names of classes that may name the system clock, as the default of a builder
   */
  static ArchRule nobodyReadsTheWallClock(String... whoMay) {
    Set<String> exempt = Set.of(whoMay);
    return noClasses()
        .that(describe("are not exempt", (JavaClass type) -> !exempt.contains(type.getName())))
        .should()
        .accessTargetWhere(describe("it reads the wall clock", HouseRules::readsTheWallClock));
  }

  /** An exception says which fact it stands for. */
  static ArchRule nobodyThrowsGenericExceptions() {
    return GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
  }

  /** A library does not write to the terminal of its host. */
  static ArchRule nobodyPrints() {
    return GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
  }

  private static boolean readsTheWallClock(JavaAccess<?> access) {
    String owner = access.getTargetOwner().getName();
    String name = access.getTarget().getName();
    if (owner.equals("java.lang.System")) {
      return name.equals("currentTimeMillis") || name.equals("nanoTime");
    }
    if (CLOCK_CLASSES.contains(owner)) {
      return name.startsWith("system") || name.startsWith("tick");
    }
    return (owner.startsWith("java.time.") && name.equals("now")) || isDateOfNow(access);
  }

  private static boolean isDateOfNow(JavaAccess<?> access) {
    return access.getTarget().getFullName().equals("java.util.Date.<init>()");
  }

  private static SliceAssignment onePerPackage() {
    return new SliceAssignment() {
      @Override
      public SliceIdentifier getIdentifierOf(JavaClass type) {
        return SliceIdentifier.of(type.getPackageName());
      }

      @Override
      public String getDescription() {
        return "packages";
      }
    };
  }
}
