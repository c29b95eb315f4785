package io.ringwright.it;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.DialSettings;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.InboundCall;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import io.ringwright.journal.Journal;
import io.ringwright.journal.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** A switch, a whole application on it, and phones inside and outside that do as told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DeskScenarios {

  private static final int SOME_SPEECH = 10;

  private final List<DeskPhone> registered = new ArrayList<>();
  private PbxWithDesks pbx;
  private int seenBefore;
  private Optional<DeskPhone> outside = Optional.empty();
  private Optional<CallCentreUnderTest> application = Optional.empty();
  private Optional<Journal> journal = Optional.empty();

  /** The phone list of the application. */
  abstract PhoneList phones();

  /** Boots the switch on which the scenarios of this class run. */
  abstract PbxWithDesks boot();

  @BeforeAll
  void bootOnce() {
    pbx = boot();
  }

  @AfterAll
  void shutDown() {
    pbx.close();
  }

  /** Starts the application, when the phones of the house are registered. */
  void start() {
    seenBefore = pbx.sightings().size();
    outside = Optional.of(kept(pbx.phoneOutside()));
    application = Optional.of(CallCentreUnderTest.start(pbx, phones(), dialling()));
  }

  /** How phones are dialled. */
  DialSettings dialling() {
    return new DialSettings("tTkK");
  }

  /** What was seen since the application was started. */
  List<Sighting> seen(Kind kind) {
    return pbx.sightings().stream().skip(seenBefore).filter(each -> each.kind() == kind).toList();
  }

  /** Which of some kinds was seen last. */
  Kind lastSeen(Kind... kinds) {
    return pbx.sightings().stream()
        .skip(seenBefore)
        .map(Sighting::kind)
        .filter(List.of(kinds)::contains)
        .reduce((before, last) -> last)
        .orElseThrow();
  }

  /** The application ends and starts anew, with nothing kept, while the switch goes on. */
  void restart() {
    application().close();
    application = Optional.of(CallCentreUnderTest.start(pbx, phones(), dialling()));
  }

  /** The application is another one that keeps its events in a file. */
  void keepIn(Path file) {
    application().close();
    open(file);
  }

  /** The application ends and starts anew from what is in the file, while the switch goes on. */
  void restartFrom(Path file) {
    application().close();
    journal.ifPresent(Journal::close);
    open(file);
  }

  private void open(Path file) {
    Journal opened = SqliteJournal.at(file).build();
    journal = Optional.of(opened);
    application =
        Optional.of(CallCentreUnderTest.start(pbx, phones(), new DialSettings("tT"), opened));
  }

  @AfterEach
  void end() {
    try {
      registered.forEach(DeskPhone::close);
    } finally {
      registered.clear();
      application.ifPresent(CallCentreUnderTest::close);
      application = Optional.empty();
      journal.ifPresent(Journal::close);
      journal = Optional.empty();
    }
  }

  /** A phone in the house that is registered with an account, until the end of the scenario. */
  DeskPhone desk(String account) {
    return kept(pbx.deskPhone(account));
  }

  private DeskPhone kept(DeskPhone phone) {
    registered.add(phone);
    return phone;
  }

  /** Waits until the channel of a phone remembers the call that its caller has left. */
  void awaitLeftCall() {
    application()
        .awaitThat(
            ChannelVariables.LEFT + " on a channel",
            () ->
                pbx.sightings().stream()
                    .skip(seenBefore)
                    .anyMatch(
                        seen ->
                            seen.kind() == Kind.VARIABLE_SET
                                && seen.subject().equals(ChannelVariables.LEFT)
                                && !seen.detail().isEmpty()));
  }

  DeskPhone outside() {
    return outside.orElseThrow();
  }

  CallCentreUnderTest application() {
    return application.orElseThrow();
  }

  static DeskCall answered(DeskPhone phone) {
    DeskCall call = phone.awaitCall();
    call.answer();
    call.awaitSpeech(SOME_SPEECH);
    return call;
  }

  /** Whoever is sent to another queue arrives once more: the visit before ended with that. */
  void everyCallEndedAnswered() {
    Map<CallId, Long> arrivals =
        application().heard().arrivals().stream().collect(groupingBy(InboundCall::id, counting()));
    application().awaitEnds(arrivals);
    Map<CallId, List<CallOutcome>> ends = application().heard().outcomes();
    assertThat(ends).containsOnlyKeys(arrivals.keySet());
    arrivals.forEach(
        (call, times) ->
            assertThat(ends.getOrDefault(call, List.of()))
                .as("ends of %s", call)
                .isEqualTo(sentOnUntilTheLast(times.intValue())));
    assertThat(application().heard().failures()).isEmpty();
  }

  private static List<CallOutcome> sentOnUntilTheLast(int visits) {
    List<CallOutcome> ends =
        new ArrayList<>(Collections.nCopies(visits - 1, CallOutcome.ANSWERED_THEN_SENT_ON));
    ends.add(CallOutcome.ANSWERED);
    return ends;
  }
}
