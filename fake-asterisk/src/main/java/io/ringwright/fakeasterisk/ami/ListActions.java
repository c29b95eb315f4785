package io.ringwright.fakeasterisk.ami;

import io.ringwright.availability.DeviceState;
import io.ringwright.fakeasterisk.dialplan.Hint;
import io.ringwright.fakeasterisk.dialplan.ListedLine;
import io.ringwright.fakeasterisk.pbx.DialplanAccess;
import io.ringwright.fakeasterisk.switchboard.Bridge;
import io.ringwright.fakeasterisk.switchboard.DeviceStateWord;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The actions that ask what there is. Source: {@code main/manager.c}, {@code main/pbx.c} and {@code
 * res/res_manager_devicestate.c} of Asterisk. Belongs to the timeline's thread.
 */
final class ListActions {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Switchboard switchboard;
  private final DialplanAccess dialplan;
  private final HintStates hints;
  private final Instant startedAt;

  ListActions(Switchboard switchboard, DialplanAccess dialplan, HintStates hints) {
    this.switchboard = switchboard;
    this.dialplan = dialplan;
    this.hints = hints;
    this.startedAt = switchboard.timeline().instant();
  }

  void addTo(AmiActions actions) {
    Set<AmiClass> core = Set.of(AmiClass.SYSTEM, AmiClass.REPORTING);
    Set<AmiClass> states = Set.of(AmiClass.CALL, AmiClass.REPORTING);
    Set<AmiClass> status = Set.of(AmiClass.SYSTEM, AmiClass.CALL, AmiClass.REPORTING);
    actions.add("CoreSettings", new AmiAction(core, this::coreSettings));
    actions.add("CoreStatus", new AmiAction(core, this::coreStatus));
    actions.add("CoreShowChannels", new AmiAction(core, this::coreShowChannels));
    actions.add("DeviceStateList", new AmiAction(states, this::deviceStateList));
    actions.add(
        "ShowDialPlan",
        new AmiAction(Set.of(AmiClass.CONFIG, AmiClass.REPORTING), this::showDialPlan));
    actions.add("ExtensionStateList", new AmiAction(states, this::extensionStateList));
    actions.add("Status", new AmiAction(status, this::status));
  }

  private void coreSettings(AmiSession session, AmiMessage message, Reply reply) {
    reply.with(
        "Success",
        text ->
            text.header("AMIversion", "11.0.0")
                .header("AsteriskVersion", Switchboard.ASTERISK_VERSION)
                .header("SystemName", switchboard.systemName())
                .header("CoreMaxCalls", 0)
                .header("CoreMaxLoadAvg", "0.000000")
                .header("CoreRunUser", "")
                .header("CoreRunGroup", "")
                .header("CoreMaxFilehandles", 0)
                .header("CoreRealTimeEnabled", "No")
                .header("CoreCDRenabled", "Yes")
                .header("CoreHTTPenabled", "No")
                .header("SoundsSearchCustomDir", "No"));
  }

  private void coreStatus(AmiSession session, AmiMessage message, Reply reply) {
    long current =
        switchboard.channels().stream().map(channel -> channel.id().linkedId()).distinct().count();
    reply.with(
        "Success",
        text ->
            text.header("CoreStartupDate", DATE.format(startedAt))
                .header("CoreStartupTime", TIME.format(startedAt))
                .header("CoreReloadDate", DATE.format(startedAt))
                .header("CoreReloadTime", TIME.format(startedAt))
                .header("CoreCurrentCalls", current)
                .header("CoreProcessedCalls", switchboard.calls()));
  }

  private void coreShowChannels(AmiSession session, AmiMessage message, Reply reply) {
    AmiList list = reply.list("Channels will follow");
    for (LiveChannel channel : switchboard.channels()) {
      Duration age = age(channel);
      String duration =
          "%02d:%02d:%02d".formatted(age.toHours(), age.toMinutesPart(), age.toSecondsPart());
      list.item(
          AmiText.event("CoreShowChannel")
              .headerIfAny("ActionID", list.actionId())
              .channel("", channel)
              .header("Application", channel.application())
              .header("ApplicationData", channel.data())
              .header("Duration", duration)
              .header("BridgeId", bridge(channel)));
    }
    list.complete("CoreShowChannelsComplete");
  }

  private Duration age(LiveChannel channel) {
    return Duration.between(channel.createdAt(), switchboard.timeline().instant());
  }

  private static String bridge(LiveChannel channel) {
    return channel.bridge().map(Bridge::id).orElse("");
  }

  private void deviceStateList(AmiSession session, AmiMessage message, Reply reply) {
    AmiList list = reply.list("Device State Changes will follow");
    Map<String, DeviceState> devices = new LinkedHashMap<>(switchboard.devices());
    devices.putAll(switchboard.customStates().all());
    for (Map.Entry<String, DeviceState> device : devices.entrySet()) {
      list.item(
          AmiText.event("DeviceStateChange")
              .headerIfAny("ActionID", list.actionId())
              .header("Device", device.getKey())
              .header("State", DeviceStateWord.of(device.getValue())));
    }
    list.complete("DeviceStateListComplete");
  }

  private void extensionStateList(AmiSession session, AmiMessage message, Reply reply) {
    AmiList list = reply.list("Extension Statuses will follow");
    for (Hint hint : hints.hints()) {
      list.item(
          hints.described(
              AmiText.event("ExtensionStatus").headerIfAny("ActionID", list.actionId()), hint));
    }
    list.complete("ExtensionStateListComplete");
  }

  private void showDialPlan(AmiSession session, AmiMessage message, Reply reply) {
    String context = message.header("Context");
    Optional<List<ListedLine>> lines = dialplan.listed(context);
    if (lines.isEmpty()) {
      reply.error("Did not find context " + context);
      return;
    }
    AmiList list = reply.list("DialPlan list will follow");
    for (ListedLine line : lines.get()) {
      AmiText text =
          AmiText.event("ListDialplan")
              .headerIfAny("ActionID", list.actionId())
              .header("Context", context);
      if (line.include().isEmpty()) {
        text.headerIfAny("ExtensionLabel", line.step().label())
            .header("Extension", line.extension())
            .header("Priority", line.step().priority())
            .header("Application", line.step().application())
            .header("AppData", line.step().data());
      } else {
        text.header("IncludeContext", line.include());
      }
      list.item(text.header("Registrar", "pbx_config"));
    }
    list.complete("ShowDialPlanComplete", text -> text.header("ListContexts", 1));
  }

  private void status(AmiSession session, AmiMessage message, Reply reply) {
    String name = message.header("Channel");
    Optional<LiveChannel> one = switchboard.channel(name);
    if (!name.isEmpty() && one.isEmpty()) {
      reply.error("No such channel");
      return;
    }
    List<LiveChannel> channels = name.isEmpty() ? switchboard.channels() : one.stream().toList();
    AmiList list = reply.list("Channel status will follow");
    for (LiveChannel channel : channels) {
      list.item(statusOf(channel, message).headerIfAny("ActionID", list.actionId()));
    }
    list.complete("StatusComplete", text -> text.header("Items", list.size()));
  }

  private AmiText statusOf(LiveChannel channel, AmiMessage message) {
    Party connected = channel.parties().connected();
    AmiText text =
        AmiText.event("Status")
            .header("Privilege", "Call")
            .channel("", channel)
            .header("Type", channel.id().technology())
            .header("DNID", channel.parties().dialled())
            .header("EffectiveConnectedLineNum", orUnknown(connected.number()))
            .header("EffectiveConnectedLineName", orUnknown(connected.name()))
            .header("TimeToHangup", 0)
            .header("BridgeID", bridge(channel))
            .header("Application", channel.application())
            .header("Data", channel.data())
            .header("Nativeformats", "(ulaw)")
            .header("Readformat", "ulaw")
            .header("Readtrans", "")
            .header("Writeformat", "ulaw")
            .header("Writetrans", "")
            .header("Callgroup", 0)
            .header("Pickupgroup", 0)
            .header("Seconds", age(channel).toSeconds());
    addVariables(text, channel, message);
    return text;
  }

  private void addVariables(AmiText text, LiveChannel channel, AmiMessage message) {
    String asked = message.header("Variables");
    if (!asked.isEmpty()) {
      for (String name : asked.split(",")) {
        String value = dialplan.read(channel, name.strip()).orElse("(null)");
        text.header("Variable", name.strip() + "=" + value);
      }
    }
    if (Set.of("true", "yes", "on", "1", "y", "t").contains(message.header("AllVariables"))) {
      channel.variables().forEach((name, value) -> text.header("Variable", name + "=" + value));
    }
  }

  private static String orUnknown(String value) {
    return value.isEmpty() ? "<unknown>" : value;
  }
}
