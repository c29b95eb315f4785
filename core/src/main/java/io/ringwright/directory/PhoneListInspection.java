package io.ringwright.directory;

import io.ringwright.call.DirectoryNumber;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns what builders hold into values and collects every mistake on the way. Nothing is thrown
 * before everything was looked at.
 */
final class PhoneListInspection {

  private final PhoneListBuilder source;
  private final Mistakes mistakes = new Mistakes();
  private final Map<DirectoryNumber, Extension> extensions = new LinkedHashMap<>();
  private final Map<DirectoryNumber, HuntGroup> groups = new LinkedHashMap<>();

  PhoneListInspection(PhoneListBuilder source) {
    this.source = source;
  }

  PhoneList inspect() {
    NumberBook numbers = new NumberBook(source, mistakes);
    source
        .queueOrder()
        .penaltyPerLevel()
        .ifPresent(
            penalty ->
                mistakes.within(Mistakes.Span.REST, "queue order", "penalty per level", penalty));
    ExtensionInspection extension = new ExtensionInspection(numbers, mistakes);
    source.extensions.forEach(
        each -> extension.extension(each).ifPresent(made -> extensions.put(made.number(), made)));
    HuntGroupInspection group = new HuntGroupInspection(numbers, mistakes);
    source.groups.forEach(
        each -> group.group(each).ifPresent(made -> groups.put(made.number(), made)));
    new CircleInspection(mistakes).forwardings(extensions).memberships(groups);
    mistakes.throwIfAny();
    return new PhoneList(extensions, groups, source.queueOrder(), numbers.allowed());
  }
}
