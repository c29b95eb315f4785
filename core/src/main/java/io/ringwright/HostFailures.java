package io.ringwright;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.port.RoutingListener;
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

  private static final int MOST = 20;

  private final RoutingListener host;

  @GuardedBy("this")
  private final Set<String> seen = new LinkedHashSet<>();

  HostFailures(RoutingListener host) {
    this.host = host;
  }

  /** The listener of the host, and this one. */
  RoutingListener listener() {
    return host.and(this);
  }

  @Override
  public void failed(String what, RuntimeException failure) {
    note(placeOf(failure));
  }

  /** The directory threw, or gave no list: the last one is in force. */
  void directoryFailed(RuntimeException failure) {
    note("the directory: " + placeOf(failure));
    try {
      host.failed("phone list of the directory", failure);
    } catch (Throwable ignored) {
      // A listener that throws must not keep the event from being applied.
    }
  }

  /** Something takes long, and callers wait for it. */
  void slow(String what) {
    note(what);
  }

  private synchronized void note(String what) {
    if (seen.size() < MOST) {
      seen.add(what);
    }
  }

  /** The first of each kind. */
  synchronized List<String> seen() {
    return List.copyOf(seen);
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
