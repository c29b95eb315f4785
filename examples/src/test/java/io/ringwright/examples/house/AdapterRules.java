package io.ringwright.examples.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;

/** How the adapters may use core, each other, and asterisk-java. */
final class AdapterRules {

  private static final String FOREIGN = "org.asteriskjava.";

  /*
   * Each of these has cost somebody their callers: CommandAction can stop the reader thread on an empty reply,
   * the proxy queues without a bound, the factory reads files from the host's class path, asynchronous AGI waits
   * without a deadline, `live` spends 50 ms on each new channel, `pbx` holds global state.
   */
  private static final Set<String> FORBIDDEN_CLASSES =
      Set.of(
          "org.asteriskjava.manager.action.CommandAction",
          "org.asteriskjava.manager.ManagerEventListenerProxy",
          "org.asteriskjava.manager.ManagerConnectionFactory");

  private AdapterRules() {}

  /** An adapter goes through the door of core; the rules and the in-memory parts are behind it. */
  static ArchRule adaptersUseTheDoor(String core, String... adapters) {
    return noClasses()
        .that()
        .resideInAnyPackage(adapters)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(core + ".routing..", core + ".memory..");
  }

  /** Adapters are chosen one by one, so none needs another. */
  static ArchRule adaptersDoNotSeeEachOther(String one, String other) {
    return noClasses()
        .that()
        .resideInAPackage(one)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(other);
  }

  /** Our users see our types only; asterisk-java could then be replaced without breaking them. */
  static ArchRule foreignTypesStayInside(String... packages) {
    return classes()
        .that()
        .resideInAnyPackage(packages)
        .and(describe("can be named from outside", AdapterRules::isReachable))
        .should(notShowAForeignType());
  }

  /** The parts of asterisk-java that lose callers or threads. */
  static ArchRule dangerousPartsStayUnused() {
    return noClasses().should().dependOnClassesThat(dangerous());
  }

  private static DescribedPredicate<JavaClass> dangerous() {
    return describe(
        "are a dangerous part of asterisk-java",
        type ->
            FORBIDDEN_CLASSES.contains(type.getName())
                || type.getName().startsWith(FOREIGN + "live.")
                || type.getName().startsWith(FOREIGN + "pbx.")
                || (type.getName().startsWith(FOREIGN)
                    && type.getSimpleName().startsWith("AsyncAgi")));
  }

  private static boolean isReachable(JavaClass type) {
    return isVisible(type.getModifiers())
        && type.getEnclosingClass().map(AdapterRules::isReachable).orElse(true);
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }

  private static ArchCondition<JavaClass> notShowAForeignType() {
    return new ArchCondition<>("not show a type of asterisk-java") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        supertypes(type)
            .filter(AdapterRules::isForeign)
            .forEach(foreign -> report(type.getDescription(), type, foreign, events));
        type.getMembers().stream()
            .filter(member -> isVisible(member.getModifiers()))
            .forEach(member -> checkMember(member, events));
      }
    };
  }

  private static void checkMember(JavaMember member, ConditionEvents events) {
    shownBy(member)
        .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
        .filter(AdapterRules::isForeign)
        .forEach(foreign -> report(member.getDescription(), member, foreign, events));
  }

  private static void report(
      String who, Object subject, JavaClass foreign, ConditionEvents events) {
    events.add(SimpleConditionEvent.violated(subject, who + " shows " + foreign.getName()));
  }

  private static Stream<JavaClass> supertypes(JavaClass type) {
    return Stream.concat(type.getRawSuperclass().stream(), type.getRawInterfaces().stream());
  }

  private static Stream<JavaType> shownBy(JavaMember member) {
    if (member instanceof JavaField field) {
      return Stream.of(field.getType());
    }
    JavaCodeUnit code = (JavaCodeUnit) member;
    Stream<JavaType> types =
        Stream.concat(Stream.of(code.getReturnType()), code.getParameterTypes().stream());
    return Stream.concat(types, code.getExceptionTypes().stream());
  }

  private static boolean isForeign(JavaClass type) {
    return type.getName().startsWith(FOREIGN);
  }
}
