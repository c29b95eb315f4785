package io.ringwright.directory;

import io.ringwright.call.DirectoryNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes values of what builders hold, and collects every mistake on the way. Nothing is thrown
 * before everything was looked at.
 */
final class PhoneListInspection {

  private final DescribedPhoneList source;
  private final Mistakes mistakes = new Mistakes();
  private final Map<DirectoryNumber, Extension> extensions = new LinkedHashMap<>();
  private final Map<DirectoryNumber, HuntGroup> groups = new LinkedHashMap<>();

  PhoneListInspection(DescribedPhoneList source) {
    this.source = source;
  }

  /** A phone list that was checked. */
  record Inspected(
      Map<DirectoryNumber, Extension> extensions,
      Map<DirectoryNumber, HuntGroup> groups,
      AllowedNumbers allowed) {}

  Inspected inspect() {
    NumberBook numbers = new NumberBook(source, mistakes);
    source
        .order()
        .penaltyPerLevel()
        .ifPresent(
            penalty ->
                mistakes.within(Mistakes.Span.REST, "queue order", "penalty per level", penalty));
    ExtensionInspection extension = new ExtensionInspection(numbers, mistakes);
    source
        .extensions()
        .forEach(
            each ->
                extension.extension(each).ifPresent(made -> extensions.put(made.number(), made)));
    HuntGroupInspection group = new HuntGroupInspection(numbers, mistakes);
    source
        .groups()
        .forEach(each -> group.group(each).ifPresent(made -> groups.put(made.number(), made)));
    new CircleInspection(mistakes).forwardings(extensions).memberships(groups);
    mistakes.throwIfAny();
    return new Inspected(extensions, groups, numbers.allowed());
  }
}
