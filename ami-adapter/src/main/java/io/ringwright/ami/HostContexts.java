package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.ContextName;
import io.ringwright.call.Destination;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The contexts of the host to which a phone list leads callers, each with the first setting that
 * does.
 *
 * <p>Thread safety: for one thread.
 */
final class HostContexts {

  /** More are not asked for in one check. */
  private static final int MOST = 50;

  private HostContexts() {}

  static Map<String, String> of(PhoneList phones) {
    Map<String, String> found = new TreeMap<>();
    for (HuntGroup group : phones.huntGroups()) {
      String item = "hunt group " + group.number();
      Stream.concat(destinations(group.waiting()), group.presence().hours().whenClosed().stream())
          .forEach(to -> note(to, item, found));
    }
    for (Extension extension : phones.extensions()) {
      destinations(extension.waiting())
          .forEach(to -> note(to, "extension " + extension.number(), found));
    }
    return found;
  }

  private static Stream<Destination> destinations(WaitingPolicy policy) {
    return Stream.concat(policy.leaving().keys().values().stream(), policy.overflow().stream());
  }

  private static void note(Destination to, String item, Map<String, String> found) {
    if (to instanceof Destination.ToDialplan dialplan && found.size() < MOST) {
      found.putIfAbsent(dialplan.place().context().name(), item);
    }
  }

  /** Whoever is sent to a context that is not there is hung up. */
  static void inspect(ContextName context, String item, SeenContext seen, Findings findings) {
    if (seen.isAbsent()) {
      findings.add(
          Kind.HOST_CONTEXT_MISSING,
          "context " + context.name(),
          "it is not there, and " + item + " leads callers to it: they are hung up",
          "Add the context to extensions.conf and say 'dialplan reload', or change the setting of "
              + item);
    }
  }
}
