package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.pbx.DialplanRunner;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The actions of the server by their names. */
final class AmiActions {

  private final Map<String, AmiAction> byName = new TreeMap<>();

  private AmiActions() {}

  static Map<String, AmiAction> all(
      Switchboard switchboard, DialplanRunner runner, List<AmiUser> users) {
    AmiActions actions = new AmiActions();
    new SessionActions(switchboard.timeline(), users).addTo(actions);
    new ListActions(switchboard, runner).addTo(actions);
    new ChannelActions(switchboard, runner).addTo(actions);
    new OriginateAction(switchboard, runner).addTo(actions);
    return Collections.unmodifiableMap(actions.byName);
  }

  void add(String name, AmiAction action) {
    byName.put(name, action);
  }
}
