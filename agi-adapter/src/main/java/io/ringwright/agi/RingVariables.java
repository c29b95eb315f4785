package io.ringwright.agi;

import io.ringwright.call.Acceptance;
import io.ringwright.call.BeforeTalk;
import io.ringwright.call.BeforeTalk.Recording;
import io.ringwright.call.BeforeTalk.WaitTold;
import io.ringwright.call.CallId;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.call.SoundName;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.ConfirmedDial;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.DialText;
import io.ringwright.dialplan.RecordingName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What Dial gets for a decision to ring, and the variables beside it, from which the dialplan knows
 * what comes between the answer of a phone and the talk. Phones inherit those with two underscores.
 *
 * <p>Where several phones ring and one of them takes the call by a key, each is dialled by a Local
 * channel of its own: the first one to answer would end the others before it is asked.
 *
 * <p>Thread safety: for one thread.
 */
final class RingVariables {

  /** Whoever is not heard of any more after the answer has not taken the call. */
  private static final String NOT_TAKEN = "BUSY";

  private static final String INHERITED = "__";

  /** What is dialled beside what rings, so that a phone which is asked is not cut off. */
  private static final long TIME_TO_ASK = 120;

  private DialSettings dialling;
  private final String context;
  private final Map<String, String> variables = new LinkedHashMap<>();

  RingVariables(DialSettings dialling, Dialplan dialplan) {
    this.dialling = dialling;
    this.context = dialplan.context(Part.ANSWERED).name();
  }

  /** Names and values; nothing that the plain case has not. */
  Map<String, String> of(RoutingAnswer answer, Ring ring) {
    BeforeTalk before = answer.beforeTalk();
    before.options().ifPresent(own -> dialling = new DialSettings(own.text()));
    if (before.isNothing()) {
      plain(ring);
    } else {
      prepare(answer.call(), ring, before);
    }
    return variables;
  }

  /** What an earlier attempt has left behind would count in a subroutine of the host. */
  private void plain(Ring ring) {
    if (dialling.subroutine().isPresent()) {
      inherited(ChannelVariables.SUBROUTINE_RESULT, "");
    }
    variables.put(ChannelVariables.ring(ring.token()), dialling.arguments(ring));
  }

  private void prepare(CallId call, Ring ring, BeforeTalk before) {
    boolean asks = before.acceptance().isPresent();
    boolean legs = asks && ring.targets().size() > 1;
    boolean asked = asks && (legs || !confirmsItself(ring.targets().get(0)));
    inherited(ChannelVariables.SUBROUTINE_RESULT, NOT_TAKEN);
    inherited(ChannelVariables.TOLD, words(before.told()));
    inherited(ChannelVariables.WAITED, before.toldWait().map(RingVariables::text).orElse(""));
    inherited(
        ChannelVariables.TAKE,
        asked ? before.acceptance().map(RingVariables::text).orElseThrow() : "");
    before
        .recording()
        .ifPresentOrElse(
            recording -> record(call, ring, recording),
            () -> inherited(ChannelVariables.RECORDS, ""));
    before
        .variables()
        .ifPresentOrElse(
            each -> say(call, ring, each), () -> inherited(ChannelVariables.TALK_CALL, ""));
    inherited(ChannelVariables.THEN, dialling.subroutine().orElse(""));
    variables.put(ChannelVariables.ring(ring.token()), legs ? legs(ring) : direct(ring));
  }

  private static boolean confirmsItself(RingTarget target) {
    return ConfirmedDial.parse(target.dialString()).isPresent();
  }

  private static String words(List<SoundName> sounds) {
    return sounds.stream().map(SoundName::name).collect(Collectors.joining("&"));
  }

  private static String text(WaitTold told) {
    BeforeTalk.Words words = told.words();
    return String.join(
        "&",
        String.valueOf(Math.max(0, told.waited().toSeconds())),
        String.valueOf(words.gender().letter()),
        words.before().name(),
        words.seconds().name(),
        words.minute().name(),
        words.minutes().name());
  }

  private static String text(Acceptance by) {
    return by.key() + "-" + by.within().toSeconds() + "-" + by.prompt();
  }

  private void record(CallId call, Ring ring, Recording recording) {
    String from =
        switch (recording.from()) {
          case TALK -> "talk";
          case ANSWER -> "answer";
        };
    RecordingName name = RecordingName.of(recording.group(), call, ring.token());
    inherited(ChannelVariables.RECORDS, from);
    inherited(ChannelVariables.RECORD, name.path());
    ring.targets().forEach(this::nameOf);
  }

  private void say(CallId call, Ring ring, BeforeTalk.Variables variables) {
    inherited(ChannelVariables.TALK_CALL, call.value());
    inherited(ChannelVariables.TALK_GROUP, variables.group().digits());
    long waited = Math.max(0, variables.waited().toSeconds());
    inherited(ChannelVariables.TALK_WAIT, String.valueOf(waited));
    ring.targets().forEach(this::nameOf);
  }

  /** What was dialled for a phone is its extension in the name of the file; else it is said. */
  private void nameOf(RingTarget target) {
    String resource = target.dialString().substring(target.dialString().indexOf('/') + 1);
    String dialled = resource.split("/", 2)[0].replaceAll("[^0-9A-Za-z]", "");
    String extension = RecordingName.spelt(target.extension());
    if (!dialled.isEmpty() && !dialled.equals(extension)) {
      inherited(ChannelVariables.extensionAt(dialled), extension);
    }
  }

  /** The time at which Dial begins stands in its argument, as the dialplan evaluates it. */
  private String direct(Ring ring) {
    return dialling.withoutSubroutine().arguments(ring) + "U(" + context + "^${EPOCH})";
  }

  private String legs(Ring ring) {
    List<RingTarget> targets = ring.targets();
    List<String> dialled = new ArrayList<>();
    for (int number = 1; number <= targets.size(); number++) {
      RingTarget target = targets.get(number - 1);
      String leg = (confirmsItself(target) ? "0" : "") + number;
      inherited(ChannelVariables.leg(leg), DialText.of(target));
      dialled.add("Local/" + leg + "@" + context + "/n");
    }
    inherited(ChannelVariables.LEG_RINGS, String.valueOf(DialSettings.seconds(ring.ringTime())));
    Ring longer = new Ring(ring.token(), targets, ring.ringTime().plusSeconds(TIME_TO_ASK));
    return dialling.withoutSubroutine().arguments(longer, dialled);
  }

  private void inherited(String name, String value) {
    variables.put(INHERITED + name, value);
  }
}
