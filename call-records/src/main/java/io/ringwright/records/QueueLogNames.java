package io.ringwright.records;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import java.util.List;
import java.util.function.Supplier;

/**
 * By what names queues and agents stand in a queue log. Keep the names that stood there before, or
 * reports show two halves of a history.
 *
 * <p>Errors: what throws is told to {@link io.ringwright.port.RoutingListener#failed}, and the
 * lines of that telling are missing.
 *
 * <p>Thread safety: called on the thread that tells the listener.
 */
public interface QueueLogNames {

  /**
   * The queue of a hunt group.
   *
   * @param group the number of a hunt group
   * @return its name, by default the number
   */
  default String queue(DirectoryNumber group) {
    return group.digits();
  }

  /**
   * The name of an agent: in app_queue the membername.
   *
   * @param extension the number of an extension
   * @return the name, by default the number
   */
  default String agent(DirectoryNumber extension) {
    return extension.digits();
  }

  /**
   * The interface of an agent, which app_queue writes for ADDMEMBER and REMOVEMEMBER, such as
   * {@code Local/100@from-queue/n}.
   *
   * @param extension the number of an extension
   * @return the interface, by default what {@link #agent} says
   */
  default String member(DirectoryNumber extension) {
    return agent(extension);
  }

  /**
   * The hunt groups of which an extension is a member.
   *
   * @param extension the number of an extension
   * @return their numbers, in the order in which lines are written
   */
  List<DirectoryNumber> groups(DirectoryNumber extension);

  /**
   * Numbers as names, and the groups of a phone list.
   *
   * @param phones the phone list of the moment
   * @return the names
   */
  static QueueLogNames numbers(Supplier<PhoneList> phones) {
    return extension ->
        phones.get().huntGroups().stream()
            .filter(group -> has(group, extension))
            .map(HuntGroup::number)
            .toList();
  }

  private static boolean has(HuntGroup group, DirectoryNumber extension) {
    return group.members().stream()
        .anyMatch(
            member ->
                member.to() instanceof Destination.ToExtension to && to.number().equals(extension));
  }
}
