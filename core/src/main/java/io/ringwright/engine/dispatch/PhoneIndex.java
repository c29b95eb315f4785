package io.ringwright.engine.dispatch;

import io.ringwright.call.Device;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Openings;
import io.ringwright.routing.PhoneListChange;
import io.ringwright.routing.PlainMembers;
import java.util.Collection;

/** What is kept ready of a state: members of hunt groups in order, and devices that may ring. */
final class PhoneIndex {

  private final EngineState state;
  private final Holds holds;
  private final MemberIndex members;
  private final FreeDevices freeDevices;

  PhoneIndex(EngineState state) {
    this.state = state;
    this.holds = new Holds(state.openings());
    this.members = new MemberIndex(new StateFacts(state, holds));
    this.freeDevices = new FreeDevices(state);
  }

  /** The phones that count as taken for the moment. */
  Holds holds() {
    return holds;
  }

  /** Takes in what changed since the last time. */
  void keepUp() {
    Openings openings = state.openings();
    if (openings.anyLists()) {
      for (PhoneListChange list : openings.takeLists()) {
        freeDevices.takeIn(list);
        members.takeIn(list);
      }
    }
    if (openings.anyChanged()) {
      for (Device device : openings.takeChanged()) {
        freeDevices.changed(device);
        members.touched(device);
      }
    }
    freeDevices.goOn(state.replacements().lookedAt());
  }

  /** The plain members of a group, for calls of one kind. */
  PlainMembers members(HuntGroup group, Requirements asked, Requirements.Stage stage) {
    keepUp();
    return members.members(group, asked, stage);
  }

  /** The devices that might ring for somebody. */
  Collection<Device> freeDevices() {
    keepUp();
    return freeDevices.all();
  }
}
