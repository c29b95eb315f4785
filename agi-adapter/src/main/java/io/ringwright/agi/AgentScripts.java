package io.ringwright.agi;

import io.ringwright.CallRouter;
import io.ringwright.RouterSetup;
import io.ringwright.agi.AgentPhones.Reason;
import io.ringwright.agi.AgentSounds.Part;
import io.ringwright.availability.Attendance;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.dialplan.AgentVariables;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Question;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import io.ringwright.view.Attendances;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers the question of an agent who has dialled a feature code. A code that toggles is answered
 * with what is to hold, and has the dialplan ask again with that: the order itself does not toggle,
 * and to ask twice is to ask once.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class AgentScripts {

  /** The dialplan does not listen for longer. */
  private static final long LONGEST_SECONDS = 2;

  private static final String PAUSE = "pause";
  private static final String LOG = "log";
  private static final String STATUS = "status";
  private static final String DESK = "desk";

  private final AgentPhones settings;
  private final AgentSounds sounds;
  private final ProvenAgents proven;
  private final CallRouter router;

  AgentScripts(AgentPhones settings, AgentSounds sounds, ProvenAgents proven) {
    this.settings = settings;
    this.sounds = sounds;
    this.proven = proven;
    this.router = settings.router();
  }

  /** What a server answers that serves no agents. */
  static String unserved(AgentSounds sounds) {
    return AgiAnswer.console("agents have no phones here: FastAgiServerBuilder.agents")
        + say(new AgentSentence(sounds).say(Part.FAILED));
  }

  /** The commands of the reply. */
  String reply(ScriptRequest asked) {
    PhoneList phones = router.setup().map(RouterSetup::phones).orElseThrow();
    Optional<Device> phone = Device.parse(argument(asked, AgentVariables.PHONE));
    Optional<DirectoryNumber> agent =
        own(phone, phones)
            .or(() -> proven.agent(asked.environment("uniqueid")))
            .filter(phones::hasExtension);
    boolean desk = argument(asked, AgentVariables.ORDER).equals(DESK);
    if (desk && (phone.isEmpty() || !settings.allowsHotDesking())) {
      return say(sentence().say(Part.REFUSED));
    }
    Optional<AgentTarget> target = AgentTarget.of(argument(asked, AgentVariables.TARGET));
    if (agent.isPresent()) {
      return desk
          ? desk(agent.get(), new Desk(phone.orElseThrow(), phones), target)
          : order(agent.get(), phones, asked);
    }
    if (desk && target.equals(Optional.of(AgentTarget.LEAVE))) {
      return say(sentence().say(Part.DESK_LEFT));
    }
    return settings.pins().isPresent()
        ? decide(AgentVariables.IDENTIFY)
        : say(sentence().say(Part.WRONG_PIN));
  }

  private static String argument(ScriptRequest asked, String variable) {
    return asked.argument(Question.AGENT, variable);
  }

  /** The extension at a phone; of several the one with the lowest number. */
  private static Optional<DirectoryNumber> own(Optional<Device> phone, PhoneList phones) {
    return phone.flatMap(
        device ->
            phones.extensionsAt(device).stream()
                .map(Extension::number)
                .min(Comparator.naturalOrder()));
  }

  private String order(DirectoryNumber agent, PhoneList phones, ScriptRequest asked) {
    String order = argument(asked, AgentVariables.ORDER);
    if (order.equals(STATUS)) {
      return say(status(agent));
    }
    AgentChoice.Frame frame = new AgentChoice.Frame(agent, phones, settings, order.equals(PAUSE));
    Optional<AgentChoice> choice = AgentChoice.parse(argument(asked, AgentVariables.CHOICE), frame);
    if (choice.isEmpty() || !(order.equals(PAUSE) || order.equals(LOG))) {
      return say(sentence().say(Part.REFUSED));
    }
    Attendance now = attendance(agent, choice.get().group());
    Optional<AgentTarget> target =
        choice.get().reason().isPresent()
            ? Optional.of(AgentTarget.PAUSE)
            : AgentTarget.of(argument(asked, AgentVariables.TARGET));
    return target.isPresent()
        ? have(agent, choice.get(), target.get())
        : again(order.equals(PAUSE) ? pauseFrom(now) : logFrom(now));
  }

  /**
   * A phone at which somebody can sit.
   *
   * @param phone its device
   * @param phones the phone list in force
   */
  private record Desk(Device phone, PhoneList phones) {

    boolean isTakenBy(DirectoryNumber agent) {
      return phones.desks().of(agent).equals(Optional.of(phone));
    }

    /** A phone that is somebody's own is no desk, but for the person itself. */
    boolean isOwnOf(DirectoryNumber agent) {
      return phones.extensionsAt(phone).stream().anyMatch(each -> each.number().equals(agent));
    }
  }

  private String desk(DirectoryNumber agent, Desk desk, Optional<AgentTarget> target) {
    boolean sits = desk.isTakenBy(agent);
    if (desk.isOwnOf(agent) && !sits) {
      return say(sentence().say(Part.REFUSED));
    }
    if (target.isEmpty()) {
      return again(sits ? AgentTarget.LEAVE : AgentTarget.SIT);
    }
    CompletionStage<OrderAnswer> moved =
        target.get() == AgentTarget.LEAVE
            ? router.leaveDesk(agent)
            : router.sitAt(agent, desk.phone());
    return kept(moved).orElseGet(() -> have(agent, AgentChoice.ALL, target.get()));
  }

  private static AgentTarget pauseFrom(Attendance now) {
    return now.pausedFor().isPresent() ? AgentTarget.RESUME : AgentTarget.PAUSE;
  }

  private static AgentTarget logFrom(Attendance now) {
    return now.loggedIn() ? AgentTarget.OUT : AgentTarget.IN;
  }

  private Attendance attendance(DirectoryNumber agent, Optional<DirectoryNumber> group) {
    return group
        .map(number -> router.attendance(agent, number))
        .orElseGet(() -> router.attendance(agent));
  }

  private static String again(AgentTarget target) {
    return new AgiAnswer(DialSettings.NONE)
        .set(AgentVariables.TARGET, target.word())
        .set(ChannelVariables.DECISION, AgentVariables.AGAIN)
        .commands();
  }

  /** Has the target hold, unless it does. */
  private String have(DirectoryNumber agent, AgentChoice choice, AgentTarget target) {
    Reason reason = choice.reason().orElseGet(settings::usualReason);
    Attendance now = attendance(agent, choice.group());
    Attendance wanted = target.from(now, reason);
    if (!wanted.equals(now) || choice.group().isPresent()) {
      CompletionStage<OrderAnswer> answer =
          choice
              .group()
              .map(group -> router.setAttendance(agent, group, wanted))
              .orElseGet(() -> router.setAttendance(agent, wanted));
      Optional<String> failed = kept(answer);
      if (failed.isPresent()) {
        return failed.get();
      }
    }
    AgentSentence done = sentence().say(target.part());
    return say(target == AgentTarget.PAUSE ? done.add(settings.soundOf(reason.word())) : done);
  }

  /** What is replied if an order was not carried out; empty if it was. */
  private Optional<String> kept(CompletionStage<OrderAnswer> ordered) {
    Optional<OrderAnswer> kept = await(ordered);
    if (kept.isEmpty()) {
      return Optional.of(
          AgiAnswer.undecided("the engine has not kept the order of an agent in time"));
    }
    return kept.filter(answer -> !answer.isDone())
        .map(
            refused ->
                AgiAnswer.console(refused.explanation()) + say(sentence().say(Part.REFUSED)));
  }

  private static Optional<OrderAnswer> await(CompletionStage<OrderAnswer> answer) {
    try {
      return Optional.of(answer.toCompletableFuture().get(LONGEST_SECONDS, TimeUnit.SECONDS));
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException | TimeoutException late) {
      return Optional.empty();
    }
  }

  /** How the agent stands as a whole, and in each hunt group where it is not simply present. */
  private AgentSentence status(DirectoryNumber agent) {
    AgentSentence sentence = sentence().say(router.attendance(agent), settings);
    router
        .attendances(Attendances.NONE)
        .inGroups()
        .getOrDefault(agent, Map.of())
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(group -> sentence.digits(group.getKey()).say(group.getValue(), settings));
    return sentence;
  }

  private AgentSentence sentence() {
    return new AgentSentence(sounds);
  }

  private static String say(AgentSentence sentence) {
    return new AgiAnswer(DialSettings.NONE)
        .set(AgentVariables.SPOKEN, sentence.text())
        .set(ChannelVariables.DECISION, AgentVariables.SAY)
        .commands();
  }

  private static String decide(String decision) {
    return new AgiAnswer(DialSettings.NONE).set(ChannelVariables.DECISION, decision).commands();
  }
}
