package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.PbxSnapshot.SeenCaller;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One look at everything an Asterisk knows: the lists of device states, of hints and of channels,
 * and the events that came while the lists were on their way.
 *
 * <p>Asterisk sends an event that is older than a list sometimes after it. So the events that came
 * meanwhile are played on top of the lists, and the snapshot is what stands then.
 *
 * <p>Thread safety: for one thread.
 */
final class Reconciliation {

  private static final String NOBODY = "<unknown>";
  private static final Pattern TIME_AND_COUNT = Pattern.compile("([0-9]{1,18})\\.([0-9]{1,18})$");

  private final PbxId pbx;
  private final DialplanContexts contexts;
  private final Instant begun;
  private final List<AmiMessage> events = new ArrayList<>();
  private long bytes;

  /**
   * A look that begins now, before the lists are asked for.
   *
   * @param pbx which Asterisk
   * @param contexts what its contexts mean
   * @param begun when
   */
  Reconciliation(PbxId pbx, DialplanContexts contexts, Instant begun) {
    this.pbx = pbx;
    this.contexts = contexts;
    this.begun = begun;
  }

  /** Keeps an event that came before the lists were whole. */
  void keep(AmiMessage event) {
    events.add(event);
    bytes += event.weight();
  }

  /** How many bytes of events it keeps. */
  long bytes() {
    return bytes;
  }

  /**
   * What Asterisk listed.
   *
   * @param devices the states of all devices
   * @param hints the states of all hints; none unless they are watched
   * @param channels all channels
   */
  record Lists(List<AmiMessage> devices, List<AmiMessage> hints, List<AmiMessage> channels) {}

  /**
   * What is true now.
   *
   * @param table the channels and devices
   * @param snapshot the same for the engine
   * @param meanwhile what the events that were played brought, states of devices left out
   */
  record Outcome(ChannelTable table, PbxSnapshot snapshot, List<Fact> meanwhile) {}

  /**
   * Puts the lists and the events together.
   *
   * @param lists what Asterisk listed
   * @param earlier what was known before this look
   */
  Outcome finish(Lists lists, ChannelTable earlier) {
    ChannelTable table = new ChannelTable(pbx, contexts);
    lists.devices().forEach(table::seenDevice);
    lists.hints().forEach(table::seenHint);
    List<SeenCaller> callers = new ArrayList<>();
    for (AmiMessage channel : oldestFirst(lists.channels())) {
      Optional<RememberedCall> call = remembered(channel);
      table.seenChannel(channel, call.map(RememberedCall::id));
      call.ifPresent(known -> callers.add(new SeenCaller(known, contexts.whereabouts(channel))));
    }
    table.learnFrom(earlier);
    List<Fact> meanwhile = new ArrayList<>();
    for (AmiMessage event : events) {
      meanwhile.addAll(table.apply(event));
    }
    meanwhile.removeIf(fact -> fact instanceof Fact.Reported);
    callers.removeIf(caller -> hasEnded(caller.call().id(), meanwhile));
    return new Outcome(table, snapshot(table, connected(table, callers)), meanwhile);
  }

  private static boolean hasEnded(CallId call, List<Fact> facts) {
    return facts.stream()
        .anyMatch(fact -> fact instanceof Fact.Ended ended && ended.call().equals(call));
  }

  /** Asterisk lists channels in no order; a unique id ends in a time and a count. */
  private static List<AmiMessage> oldestFirst(List<AmiMessage> channels) {
    List<AmiMessage> sorted = new ArrayList<>(channels);
    sorted.sort(
        Comparator.comparingLong((AmiMessage each) -> numberIn(each, 1))
            .thenComparingLong(each -> numberIn(each, 2)));
    return sorted;
  }

  private static long numberIn(AmiMessage channel, int group) {
    Matcher numbers = TIME_AND_COUNT.matcher(channel.header("uniqueid"));
    return numbers.find() ? Long.parseLong(numbers.group(group)) : 0;
  }

  /** With whom callers talk. Who is alone in a bridge talks to nobody, and does not wait either. */
  private static List<SeenCaller> connected(ChannelTable table, List<SeenCaller> callers) {
    return callers.stream().map(caller -> connected(table, caller)).toList();
  }

  private static SeenCaller connected(ChannelTable table, SeenCaller caller) {
    if (caller.where() != Whereabouts.TALKING) {
      return caller;
    }
    List<Device> with = table.partyOf(caller.call().id());
    return new SeenCaller(
        caller.call(), with.isEmpty() ? Whereabouts.ELSEWHERE : Whereabouts.TALKING, with);
  }

  private PbxSnapshot snapshot(ChannelTable table, List<SeenCaller> callers) {
    Set<CallId> alive = table.alive();
    callers.forEach(caller -> alive.add(caller.call().id()));
    return new PbxSnapshot(pbx, begun, table.reports(), alive, callers);
  }

  /** The call that a channel remembers, if it remembers one whole. */
  private Optional<RememberedCall> remembered(AmiMessage channel) {
    Optional<CallId> id = CallId.parse(pbx, channel.variable(ChannelVariables.CALL));
    Optional<DirectoryNumber> called =
        DirectoryNumber.parse(channel.variable(ChannelVariables.GROUP));
    if (id.isEmpty() || called.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new RememberedCall(
              id.get(),
              new Channel(pbx, channel.header("channel")),
              caller(channel),
              called.get(),
              Priority.of(Integer.parseInt(channel.variable(ChannelVariables.PRIORITY))),
              Instant.ofEpochMilli(Long.parseLong(channel.variable(ChannelVariables.SINCE))),
              Requirements.parse(channel.variable(ChannelVariables.SKILLS))
                  .orElse(Requirements.NONE)));
    } catch (IllegalArgumentException | DateTimeException unusable) {
      return Optional.empty();
    }
  }

  private static CallerId caller(AmiMessage channel) {
    String name = channel.header("calleridname");
    return new CallerId(channel.header("calleridnum"), name.equals(NOBODY) ? "" : name);
  }
}
