package io.ringwright.engine;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.WaitEstimate;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.Readings;
import io.ringwright.view.ExtensionView;
import io.ringwright.view.ExtensionView.Talk;
import io.ringwright.view.QueueView;
import io.ringwright.view.RouterView;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all queues and extensions: first the calls that wait and what queues can expect, then the
 * hunt groups for which none waits, then the extensions in the order of the phone list. What
 * changes before its turn is read at once.
 */
final class ViewReading implements Reading<RouterView>, Readings.Watch {

  private final EngineState state;
  private final int piece;
  private final Instant at;
  private final PhoneList phones;
  private final Map<String, Boolean> links = new LinkedHashMap<>();
  private final WaitingReading waiting;
  private final Map<Destination, WaitEstimate> expected = new HashMap<>();
  private final Activities activities;
  private final Iterator<HuntGroup> groups;
  private final Iterator<Extension> extensions;
  private final Map<DirectoryNumber, ExtensionView> early = new HashMap<>();
  private final List<ExtensionView> views = new ArrayList<>();

  /**
   * Begins to read.
   *
   * @param now this moment
   * @param piece how many calls, queues or extensions are read at once
   */
  ViewReading(EngineState state, Instant now, int piece) {
    this.state = state;
    this.piece = piece;
    this.at = now.isAfter(state.now()) ? now : state.now();
    this.phones = state.phones();
    this.activities = new Activities(state, at);
    this.groups = phones.huntGroups().iterator();
    this.extensions = phones.extensions().iterator();
    this.waiting = new WaitingReading(state, piece, this::before);
    state.links().data().keySet().stream()
        .sorted(Comparator.comparing(PbxId::name))
        .forEach(pbx -> links.put(pbx.name(), state.links().isUp(pbx)));
    state.readings().open(this);
  }

  @Override
  public boolean goOn() {
    if (waiting.goOn()) {
      return true;
    }
    int left = piece;
    for (; left > 0 && groups.hasNext(); left--) {
      before(queueOf(groups.next()));
    }
    for (; left > 0 && extensions.hasNext(); left--) {
      Extension extension = extensions.next();
      ExtensionView known = early.remove(extension.number());
      views.add(known == null ? view(extension) : known);
    }
    return groups.hasNext() || extensions.hasNext();
  }

  @Override
  public void before(Call call) {}

  @Override
  public void before(Destination queue) {
    if (!expected.containsKey(queue)) {
      expected.put(queue, state.expectedWaits().ofNewcomer(queue, at));
    }
  }

  @Override
  public void before(Device device) {
    phones.extensionsOn(device).forEach(this::early);
  }

  @Override
  public void before(DirectoryNumber extension) {
    phones.extension(extension).ifPresent(this::early);
  }

  @Override
  public void beforeAnotherOrder() {
    phones.huntGroups().forEach(group -> before(queueOf(group)));
  }

  private void early(Extension extension) {
    if (!early.containsKey(extension.number())) {
      early.put(extension.number(), view(extension));
    }
  }

  private ExtensionView view(Extension extension) {
    DirectoryNumber number = extension.number();
    Attendance attendance = state.extensions().attendance(number);
    Availability availability =
        Availability.of(
            state.devices().load(extension.devices()), extension.holdCapacity(), true, at);
    Optional<Instant> leftAlone =
        Optional.of(state.extensions().leftAloneUntil(number)).filter(at::isBefore);
    Optional<Talk> talk = talk(number);
    return new ExtensionView(
        number,
        activities.of(extension, talk),
        availability.with(attendance, leftAlone.isPresent()),
        attendance,
        state.extensions().inGroups(number),
        state.extensions().workload(number),
        talk,
        leftAlone);
  }

  /** Of two talks at one extension the one that was answered last. */
  private Optional<Talk> talk(DirectoryNumber extension) {
    return state.calls().talking(extension).stream()
        .map(call -> new Talk(call.id(), call.phaseSince()))
        .reduce((one, two) -> one.since().isAfter(two.since()) ? one : two);
  }

  @Override
  public void close() {
    waiting.close();
    state.readings().close(this);
  }

  @Override
  public RouterView answer() {
    return new RouterView(at, queues(), views, links);
  }

  private List<QueueView> queues() {
    Map<Destination, List<WaitingCall>> calls = new HashMap<>();
    phones.huntGroups().forEach(group -> calls.put(queueOf(group), new ArrayList<>()));
    for (WaitingCall call : waiting.found()) {
      calls.computeIfAbsent(call.waitingFor(), none -> new ArrayList<>()).add(call);
    }
    QueueMembers members = new QueueMembers(phones, views);
    List<QueueView> queues = new ArrayList<>();
    calls.forEach((queue, there) -> queues.add(queue(queue, there, members.of(queue))));
    queues.sort(Comparator.comparing(queue -> queue.destination().digits()));
    return queues;
  }

  private QueueView queue(Destination queue, List<WaitingCall> calls, QueueView.Members members) {
    Optional<Instant> oldest =
        calls.stream().map(call -> call.place().since()).min(Instant::compareTo);
    WaitEstimate wait = expected.getOrDefault(queue, WaitEstimate.unknown());
    return new QueueView(queue, calls.size(), oldest, wait, members);
  }

  private static Destination queueOf(HuntGroup group) {
    return new Destination.ToHuntGroup(group.number());
  }
}
