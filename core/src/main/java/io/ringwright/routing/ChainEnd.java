package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.CallForwarding;

/**
 * Where a chain of forwardings can end; a {@link Candidate} is an extension that may be rung. Of a
 * single extension it is what that comes to, and then it may be a {@link Diversion}, which is no
 * end. A chain that diverted the call from an engaged phone has hope: that phone will be free
 * again, whatever becomes of the diversion.
 */
sealed interface ChainEnd
    permits Candidate,
        ChainEnd.Diversion,
        ChainEnd.Occupied,
        ChainEnd.AtGroup,
        ChainEnd.Outside,
        ChainEnd.Nowhere {

  /** What an extension comes to by itself. */
  default ChainEnd end() {
    return this;
  }

  /** A forwarding that is followed instead of what the extension comes to by itself. */
  record Diversion(ChainEnd end, CallForwarding.Entry forward) implements ChainEnd {}

  /** At an extension that may not be rung now, but later. */
  record Occupied() implements ChainEnd {}

  /** At a hunt group. */
  record AtGroup(DirectoryNumber group, Path path, boolean hope) implements ChainEnd {}

  /** Outside the house. */
  record Outside(Destination.ToExternal to, boolean hope) implements ChainEnd {}

  /** Nowhere: no waiting will help. The way is that of the chain, to where it stopped. */
  record Nowhere(RejectReason reason, Path way) implements ChainEnd {}
}
