package io.ringwright.micrometer;

import io.ringwright.CallRouter;
import io.ringwright.RouterSetup;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import java.util.Optional;

/**
 * The group that a call is counted for, as a tag with few values.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class GroupTags {

  private final BoundedNames names;
  private volatile Optional<CallRouter> watched = Optional.empty();

  GroupTags(BoundedNames names) {
    this.names = names;
  }

  /** Looks numbers up in the phone list of this router; its groups come first. */
  void watch(CallRouter router) {
    watched = Optional.of(router);
    phones().ifPresent(list -> list.huntGroups().forEach(group -> of(group.number())));
  }

  /** The group of a number that was dialled, or of a key of the menu that was pressed. */
  String ofNumber(DirectoryNumber called) {
    return phones().flatMap(list -> list.lookUp(called)).map(this::of).orElse(Tags.NO_GROUP);
  }

  /** The group of a destination. */
  String of(Destination destination) {
    return destination instanceof Destination.ToHuntGroup to ? of(to.number()) : Tags.NO_GROUP;
  }

  private String of(DirectoryNumber group) {
    return names.tag(group.digits());
  }

  private Optional<PhoneList> phones() {
    return watched.flatMap(CallRouter::setup).map(RouterSetup::phones);
  }
}
