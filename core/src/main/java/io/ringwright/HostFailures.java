package io.ringwright;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.port.RoutingListener;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What code of the host failed at, each once: a host that does not override {@link
 * RoutingListener#failed} learns of it by the check of the installation.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class HostFailures implements RoutingListener {

  private static final int MOST = 15;

  private final RoutingListener host;

  @GuardedBy("this")
  private final Set<String> thrown = new LinkedHashSet<>();

  HostFailures(RoutingListener host) {
    this.host = host;
  }

  /** The listener of the host, and this one; where nobody listens nothing is told. */
  RoutingListener listener() {
    return host.equals(RoutingListener.SILENT) ? host : host.and(this);
  }

  @Override
  public synchronized void failed(String what, RuntimeException failure) {
    if (thrown.size() < MOST) {
      thrown.add(placeOf(failure));
    }
  }

  /** The first of each kind, and what is counted. */
  synchronized List<String> seen(HostCodeCounts counts) {
    List<String> all = new ArrayList<>(thrown);
    if (thrown.isEmpty() && counts.threw() > 0) {
      all.add("a predicate or a strategy threw");
    }
    if (counts.late() > 0) {
      all.add("a predicate or a strategy took too long, and was given up");
    }
    if (counts.dropped() > 0) {
      all.add("listener or recorder were so far behind that tellings were dropped");
    }
    return all;
  }

  /** What was thrown and where. Messages may hold numbers of callers, and are left out. */
  private static String placeOf(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    StackTraceElement[] trace = first.getStackTrace();
    String name = first.getClass().getName();
    return trace.length == 0 ? name : name + " at " + trace[0];
  }
}
