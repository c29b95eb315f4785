package io.ringwright;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.Engine;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;

/**
 * Routes a call through an engine that is thrown away, in a house that does not exist: the first
 * real call must not wait for classes to load. No code of the host is asked.
 */
final class Rehearsal {

  private Rehearsal() {}

  static void run(Moment now) {
    PhoneList phones =
        PhoneList.builder()
            .extension("100", phone -> phone.device("Local/rehearsal"))
            .huntGroup("700", group -> group.member("100"))
            .build();
    Engine engine = new Engine(new RouterEvent.Started(0, 0), true);
    engine.apply(now, new RouterEvent.PhoneListInstalled(1, phones));
    InboundCall call =
        new InboundCall(
            CallId.of("rehearsal"),
            new Channel(PbxId.of("rehearsal"), "Local/rehearsal"),
            CallerId.unknown(),
            DirectoryNumber.of("700"),
            InboundCall.CalledAs.ANY,
            Priority.NORMAL);
    engine.apply(now, new RouterEvent.Arrived(call));
    engine.apply(now, new RouterEvent.Ended(call.id()));
  }
}
