package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.ContextName;
import io.ringwright.call.Token;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.EngineMark;
import io.ringwright.dialplan.LandingExtension;
import io.ringwright.port.Telephony.CallBack;
import io.ringwright.port.Telephony.Delivery;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One action for Asterisk. There are no other actions than these, their keys are constants, and
 * every value has passed {@link AmiValue}.
 *
 * <p>Thread safety: immutable after its factory method.
 */
final class AmiAction {

  /** The variables in which the caller's channel remembers its call. */
  static final String REMEMBERED =
      String.join(",", ChannelVariables.remembered()) + "," + ChannelVariables.FELL_BACK;

  /** So many of the longest identities fit into a value. */
  private static final int MOST_LEFT = 4;

  private static final String CHANNEL = "Channel";
  private static final String END = "\r\n";

  private final String name;
  private final Map<String, AmiValue> headers = new LinkedHashMap<>();

  private AmiAction(String name) {
    this.name = name;
  }

  /** Asks Asterisk for a sign of life. */
  static AmiAction ping() {
    return new AmiAction("Ping");
  }

  /** Which actions this user may use. */
  static AmiAction listCommands() {
    return new AmiAction("ListCommands");
  }

  /** The steps of one context, as a list that ends with {@code ShowDialPlanComplete}. */
  static AmiAction context(ContextName context) {
    return new AmiAction("ShowDialPlan").with("Context", context.name());
  }

  /** What this Asterisk is called, among other things. */
  static AmiAction coreSettings() {
    return new AmiAction("CoreSettings");
  }

  /** The value of a function or of a global variable. */
  static AmiAction value(String name) {
    return new AmiAction("Getvar").with("Variable", name);
  }

  /** Leaves the mark of an engine in a global variable. */
  static AmiAction mark(EngineMark mark) {
    return new AmiAction("Setvar").with("Variable", EngineMark.VARIABLE).with("Value", mark.text());
  }

  /** Has a lamp of an agent be on or off. No other state of Asterisk can be set by it. */
  static AmiAction lamp(LampName lamp, boolean on) {
    return new AmiAction("Setvar")
        .with("Variable", "DEVICE_STATE(" + lamp.device() + ")")
        .with("Value", on ? "INUSE" : "NOT_INUSE");
  }

  /** The states of all devices, as a list that ends with {@code DeviceStateListComplete}. */
  static AmiAction deviceStates() {
    return new AmiAction("DeviceStateList");
  }

  /** The states of all hints, as a list that ends with {@code ExtensionStateListComplete}. */
  static AmiAction hints() {
    return new AmiAction("ExtensionStateList");
  }

  /** All channels, as a list that ends with {@code StatusComplete}. */
  static AmiAction channels() {
    return new AmiAction("Status")
        .with("Variables", String.join(",", REMEMBERED, Dialling.DIALLED, ChannelVariables.LEFT));
  }

  /** One channel, as a list of one that ends with {@code StatusComplete}. */
  static AmiAction channel(Channel channel) {
    return new AmiAction("Status").with(CHANNEL, channel.name()).with("Variables", REMEMBERED);
  }

  /** The same for the channel that has the identity of a call, whatever its name. */
  static AmiAction channelOf(CallId call) {
    return new AmiAction("Status").with(CHANNEL, call.uniqueId()).with("Variables", REMEMBERED);
  }

  /**
   * Calls somebody back, and takes whoever answers to the landing. The new channel gets the
   * identity of the call. Asterisk makes no second channel of one identity: however often this is
   * sent, one phone rings.
   */
  static AmiAction callBack(Delivery delivery, CallBack person, ContextName wait, CallingBack how) {
    return new AmiAction("Originate")
        .with(CHANNEL, how.channel(person.number()))
        .with("ChannelId", delivery.call().uniqueId())
        .with("Context", wait.name())
        .with("Exten", LandingExtension.of(delivery.token()))
        .with("Priority", "1")
        .with("Timeout", String.valueOf(how.ringTime().toMillis()))
        .with("Variable", memoryOf(person))
        .with("Async", "true");
  }

  /** None of these values can hold the comma that separates them. */
  private static String memoryOf(CallBack person) {
    Map<String, String> memory = new LinkedHashMap<>(ChannelVariables.remembering(person.memory()));
    memory.put(ChannelVariables.CALLED_BACK, person.number().toString());
    return memory.entrySet().stream()
        .map(each -> each.getKey() + "=" + each.getValue())
        .collect(Collectors.joining(","));
  }

  /** Lays down on the caller's channel what Dial will get. */
  static AmiAction layDown(Channel channel, Token token, String dialArguments) {
    return new AmiAction("Setvar")
        .with(CHANNEL, channel.name())
        .with("Variable", ChannelVariables.ring(token))
        .with("Value", dialArguments);
  }

  /** Has the channel of a phone remember the calls that their callers have left to it: a few. */
  static AmiAction remember(Fact.Left left) {
    return new AmiAction("Setvar")
        .with(CHANNEL, left.channel())
        .with("Variable", ChannelVariables.LEFT)
        .with(
            "Value",
            left.calls().stream()
                .limit(MOST_LEFT)
                .map(CallId::value)
                .collect(Collectors.joining(",")));
  }

  /**
   * Moves a caller to the landing, within the context where callers wait: while Asterisk writes
   * that name over itself, nobody can read another one.
   */
  static AmiAction move(Channel channel, ContextName wait, Token token) {
    return new AmiAction("Redirect")
        .with(CHANNEL, channel.name())
        .with("Context", wait.name())
        .with("Exten", LandingExtension.of(token))
        .with("Priority", "1");
  }

  private AmiAction with(String key, String value) {
    headers.put(key, new AmiValue(value));
    return this;
  }

  /** What goes to the wire. */
  byte[] bytes(String actionId) {
    StringBuilder text = new StringBuilder(256);
    text.append("Action: ").append(name).append(END);
    text.append("ActionID: ").append(actionId).append(END);
    headers.forEach((key, value) -> text.append(key).append(": ").append(value.text()).append(END));
    return text.append(END).toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The name alone: values may hold callers' numbers. */
  @Override
  public String toString() {
    return name;
  }
}
