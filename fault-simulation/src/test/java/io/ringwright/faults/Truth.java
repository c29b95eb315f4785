package io.ringwright.faults;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares what the engine takes for true with what is. */
final class Truth {

  private final Laboratory lab;

  Truth(Laboratory lab) {
    this.lab = lab;
  }

  /** Where the engine and the switch differ; empty if nowhere. */
  List<String> differences() {
    Optional<EngineRun> engine = lab.engine();
    if (engine.isEmpty()) {
      return List.of("no application runs");
    }
    EngineState state = engine.get().state(lab.phoneLists());
    List<String> all = new ArrayList<>();
    for (LiveChannel channel : lab.callers()) {
      compare(channel, state, all);
    }
    for (Call call : state.calls()) {
      boolean there =
          lab.pbx().switchboard().channel(call.id().uniqueId()).isPresent()
              || lab.pbx().switchboard().channels().stream()
                  .anyMatch(each -> Laboratory.idOf(each).equals(call.id()));
      if (!there && call.callBack().isEmpty()) {
        all.add("the engine has " + call.id() + " in " + call.phase() + ", and it is gone");
      }
    }
    for (String device : lab.devices()) {
      compare(device, state, all);
    }
    return all;
  }

  private void compare(LiveChannel channel, EngineState state, List<String> all) {
    CallId call = Laboratory.idOf(channel);
    String context = channel.location().context();
    if (context.equals("ringwright-wait") && state.call(call).isEmpty()) {
      all.add(call + " waits, and the engine does not know it");
    }
  }

  private void compare(String device, EngineState state, List<String> all) {
    boolean busy = !lab.pbx().switchboard().channelsOf(device).isEmpty();
    int inCall = state.devices().load(Device.of(device)).inCall();
    if (busy != inCall > 0) {
      all.add(
          device + (busy ? " is" : " is not") + " in a call, and the engine has it in " + inCall);
    }
  }

  /** What is left when nobody calls any more; empty if nothing is. */
  List<String> remains() {
    List<String> all = differences();
    lab.engine()
        .ifPresent(
            engine -> {
              EngineState state = engine.state(lab.phoneLists());
              for (Call call : state.calls()) {
                all.add("the engine still has " + call.id() + " in " + call.phase());
              }
              for (String device : lab.devices()) {
                int reserved = state.devices().load(Device.of(device)).reserved();
                if (reserved > 0) {
                  all.add(device + " is reserved " + reserved + " times");
                }
              }
              engine.router().view().extensions().stream()
                  .filter(each -> !each.availability().mayRing())
                  .forEach(each -> all.add(each.number() + " is " + each.availability()));
            });
    return all;
  }
}
