package io.ringwright.ami;

import io.ringwright.RouterSetup;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.EngineMark;
import io.ringwright.directory.PhoneList;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * One check of an installation: asks Asterisk, the AGI address of its dialplan and the router, and
 * compares. Nothing of it needs a right beyond those of an engine.
 *
 * <p>Thread safety: for one thread, which waits for the answers; not for that of the connection,
 * which brings them.
 */
final class CheckRun {

  private final LinkSettings settings;
  private final PendingActions actions;
  private final Findings findings;
  private boolean hasAgents;

  /**
   * A check.
   *
   * @param settings of the connection
   * @param actions by which Asterisk is asked
   */
  CheckRun(LinkSettings settings, PendingActions actions) {
    this.settings = settings;
    this.actions = actions;
    this.findings = new Findings(settings.pbx());
  }

  /** What was found so far, the worst first. */
  List<InstallationFinding> found() {
    return findings.all();
  }

  /** Everything that Asterisk and its dialplan say by themselves. */
  void askAsterisk(Stage stage) throws InterruptedException {
    Future<Reply> rights = actions.ask(AmiAction.listCommands());
    Future<Reply> core = actions.ask(AmiAction.coreSettings());
    Map<ContextName, SeenContext> seen = new LinkedHashMap<>();
    look(DialplanFindings.NEEDED.stream().map(names()::name).toList(), seen);
    look(
        seen.values().stream().flatMap(each -> DialplanFindings.targets(each).stream()).toList(),
        seen);
    new DialplanFindings(names(), seen, findings).inspect();
    agents();
    agiAddresses(seen).forEach(address -> askAgi(address, stage));
    Reply allowed = await(rights);
    if (allowed.isYes()) {
      RightsFindings.inspect(
          allowed.response(), settings.plan().callingBack().isPresent(), findings);
    }
    systemName(await(core));
    clock();
  }

  private Contexts names() {
    return settings.plan().contexts().names();
  }

  /** The codes of a house without them collide with nothing. */
  private void agents() throws InterruptedException {
    ContextName name = names().name(Contexts.Part.AGENTS);
    SeenContext seen =
        SeenContext.of(await(actions.askForList(AmiAction.context(name), "ShowDialPlanComplete")));
    hasAgents = seen.isThere();
    new AgentFindings(settings.plan().agents(), findings).context(name, seen);
  }

  private void look(List<ContextName> names, Map<ContextName, SeenContext> seen)
      throws InterruptedException {
    Map<ContextName, Future<Reply>> asked = new LinkedHashMap<>();
    for (ContextName name : names) {
      if (!seen.containsKey(name)) {
        asked.computeIfAbsent(
            name, each -> actions.askForList(AmiAction.context(each), "ShowDialPlanComplete"));
      }
    }
    for (Map.Entry<ContextName, Future<Reply>> each : asked.entrySet()) {
      seen.put(each.getKey(), SeenContext.of(await(each.getValue())));
    }
  }

  private static List<String> agiAddresses(Map<ContextName, SeenContext> seen) {
    return seen.values().stream()
        .flatMap(context -> context.agiAddresses().stream())
        .distinct()
        .toList();
  }

  private void askAgi(String address, Stage stage) {
    AgiProbe.Answer answer = AgiProbe.ask(address, settings.endpoint().host());
    if (stage == Stage.UP || answer.state() != AgiProbe.Answer.State.NOTHING) {
      AgiFindings.inspect(address, answer, settings, findings);
    }
  }

  private void systemName(Reply core) {
    if (!core.isYes()) {
      findings.add(
          Kind.NOT_LOOKED_AT,
          "systemname",
          "it could not be looked at: " + words(core),
          "Give the AMI user 'reporting' in 'write' in manager.conf, and reload it");
    } else if (core.response().headers().getOrDefault("systemname", "?").isEmpty()) {
      findings.add(
          Kind.NO_SYSTEM_NAME,
          "asterisk.conf",
          "systemname is not set, so the unique ids of two Asterisks can be alike",
          "Set 'systemname' in its section [options], and restart Asterisk");
    }
  }

  private static String words(Reply reply) {
    String words = reply.response().words();
    return words.isEmpty() ? "no answer came" : words;
  }

  private void clock() throws InterruptedException {
    Instant asked = settings.world().wallClock().instant();
    Reply pong = await(actions.ask(AmiAction.ping()));
    ClockFindings.inspect(pong, asked, settings.world().wallClock().instant(), findings);
  }

  /** Things change in Asterisk, and no event tells of it. */
  void nothingHeard() {
    findings.add(
        Kind.RIGHT_MISSING,
        "AMI user, right to read call",
        "no event comes, although devices change: phones that become free are seen only at the"
            + " next look at everything",
        "Set 'read = system,call,reporting' for this user in manager.conf, and reload it");
  }

  /** Asterisk has not said that it has booted, and was looked at all the same. */
  void bootNotHeard() {
    findings.add(
        Kind.RIGHT_MISSING,
        "AMI user, right to read system",
        "FullyBooted did not come: after each login it takes 10 s until callers are moved, and a"
            + " reload is seen up to 5 s late",
        "Set 'read = system,call,reporting' for this user in manager.conf, and reload it; an"
            + " Asterisk that is still booting needs nothing");
  }

  /** What the router has, compared with what Asterisk has. */
  void askRouter(RouterSetup setup, Stage stage) throws InterruptedException {
    new RouterFindings(setup, settings, findings).inspect(stage);
    hostContexts(setup.phones());
    if (hasAgents) {
      new AgentFindings(settings.plan().agents(), findings).codes(setup.phones());
    }
  }

  /** The music classes of the phone list. */
  void askMusic(RouterSetup setup) throws InterruptedException {
    new MusicFindings(this::value, findings).inspect(setup.phones());
  }

  private void hostContexts(PhoneList phones) throws InterruptedException {
    Map<ContextName, SeenContext> seen = new LinkedHashMap<>();
    Map<String, String> wanted = HostContexts.of(phones);
    look(wanted.keySet().stream().map(ContextName::of).toList(), seen);
    seen.forEach(
        (context, state) ->
            HostContexts.inspect(
                context, wanted.getOrDefault(context.name(), ""), state, findings));
  }

  /** The devices of the phone list. */
  void askDevices(RouterSetup setup, List<AmiMessage> listed) throws InterruptedException {
    new DeviceFindings(listed, this::value, findings).inspect(setup.phones());
  }

  private Optional<String> value(String name) throws InterruptedException {
    Reply reply = await(actions.ask(AmiAction.value(name)));
    return reply.isYes()
        ? Optional.ofNullable(reply.response().headers().get("value"))
        : Optional.empty();
  }

  /**
   * Whether another process has left its mark since this one left its own; leaves it again then.
   *
   * @param own the mark of this connection
   * @param left whether it was left before in this session
   * @return whether it is left now
   */
  boolean askMark(EngineMark own, boolean left) throws InterruptedException {
    Optional<EngineMark> there = value(EngineMark.VARIABLE).flatMap(EngineMark::parse);
    if (left && there.isPresent() && !there.get().equals(own)) {
      findings.add(
          Kind.SECOND_CONNECTION,
          "AMI",
          "process "
              + there.get().process()
              + " is connected to this PBX as an engine too: both move the same callers",
          "End one of them, or give each its own phone list and contexts on a PBX of its own");
    }
    return there.equals(Optional.of(own)) || await(actions.ask(AmiAction.mark(own))).isYes();
  }

  private static Reply await(Future<Reply> reply) throws InterruptedException {
    try {
      return reply.get();
    } catch (ExecutionException never) {
      throw new IllegalStateException("a reply always comes", never);
    }
  }
}
