package io.ringwright.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.SwitchEvents;
import io.ringwright.call.PbxId;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * Which engine of this process has a connection to which PBX. With two, the end of one would be
 * taken for the end of the link.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class EngineLinks {

  @GuardedBy("EngineLinks.class")
  private static final Map<SwitchEvents, Set<PbxId>> TAKEN = new WeakHashMap<>();

  private EngineLinks() {}

  /** Takes a PBX for a connection; says no if another one has it. */
  static boolean take(SwitchEvents engine, PbxId pbx) {
    synchronized (EngineLinks.class) {
      return TAKEN.computeIfAbsent(engine, none -> new HashSet<>()).add(pbx);
    }
  }

  /** Another connection may take it. */
  static void release(SwitchEvents engine, PbxId pbx) {
    synchronized (EngineLinks.class) {
      TAKEN.getOrDefault(engine, new HashSet<>()).remove(pbx);
    }
  }
}
