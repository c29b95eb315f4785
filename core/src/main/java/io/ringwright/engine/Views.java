package io.ringwright.engine;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension;
import io.ringwright.engine.dispatch.EngineFacts;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.WaitingQueue;
import io.ringwright.view.ExtensionView;
import io.ringwright.view.ExtensionView.Talk;
import io.ringwright.view.QueueView;
import io.ringwright.view.RouterView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes views of the state. Changes nothing. */
final class Views {

  private final EngineState state;
  private final EngineFacts facts;

  Views(EngineState state, EngineFacts facts) {
    this.state = state;
    this.facts = facts;
  }

  RouterView now() {
    Map<String, Boolean> links = new LinkedHashMap<>();
    state.links().data().keySet().forEach(pbx -> links.put(pbx.name(), state.links().isUp(pbx)));
    return new RouterView(state.now(), queues(), extensions(), links);
  }

  private List<QueueView> queues() {
    List<QueueView> queues = new ArrayList<>();
    for (WaitingQueue queue : state.waiting().queues()) {
      queues.add(
          new QueueView(
              queue.destination(),
              queue.all().size(),
              oldest(queue),
              state.expectedWaits().ofNewcomer(queue.destination(), state.now())));
    }
    queues.sort(Comparator.comparing(queue -> queue.destination().digits()));
    return queues;
  }

  private static Instant oldest(WaitingQueue queue) {
    Instant oldest = Instant.MAX;
    for (Call call : queue.all()) {
      Instant since = call.place().since();
      oldest = since.isBefore(oldest) ? since : oldest;
    }
    return oldest;
  }

  private List<ExtensionView> extensions() {
    Map<DirectoryNumber, Talk> talks = talks();
    List<ExtensionView> extensions = new ArrayList<>();
    for (Extension extension : state.phones().extensions()) {
      DirectoryNumber number = extension.number();
      extensions.add(
          new ExtensionView(
              number,
              facts.availability(extension, true),
              facts.attendance(number),
              state.extensions().inGroups(number),
              facts.workload(number),
              Optional.ofNullable(talks.get(number))));
    }
    return extensions;
  }

  /** Of two talks at one extension the one that was answered last. */
  private Map<DirectoryNumber, Talk> talks() {
    Map<DirectoryNumber, Talk> talks = new HashMap<>();
    for (Call call : state.calls().byTicket(each -> each.phase() instanceof Talking)) {
      if (call.phase() instanceof Talking talking) {
        Talk talk = new Talk(call.id(), call.phaseSince());
        talking.by().extension().ifPresent(number -> talks.merge(number, talk, Views::later));
      }
    }
    return talks;
  }

  private static Talk later(Talk one, Talk other) {
    return one.since().isAfter(other.since()) ? one : other;
  }
}
