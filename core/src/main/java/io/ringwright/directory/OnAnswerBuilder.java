package io.ringwright.directory;

import static java.util.Objects.requireNonNull;

import io.ringwright.call.BeforeTalk.RecordedFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Describes what happens between the answer of a phone and the talk; what it holds is checked when
 * the {@link PhoneListBuilder} builds. By default nothing: the talk begins with the answer.
 *
 * <p>The caller hears music or the ringing tone meanwhile, as long as nobody has the call.
 *
 * <p>Thread safety: for one thread.
 */
public final class OnAnswerBuilder {

  private final String group;
  final List<String> told = new ArrayList<>();
  boolean tellsWait;
  @Nullable Key key;
  Optional<RecordedFrom> recorded = Optional.empty();
  boolean setsVariables;
  @Nullable String dialOptions;

  record Key(String digit, String prompt, Duration within) {}

  OnAnswerBuilder(String group) {
    this.group = group;
  }

  /**
   * Has the agent hear a sound, such as the name of the group. Several are heard in the order in
   * which they are named.
   *
   * @param sound a sound of the switch
   * @return this
   */
  public OnAnswerBuilder tellAgent(String sound) {
    told.add(given("tellAgent", sound));
    return this;
  }

  /**
   * Has the agent be told how long the caller waited, after the sounds: in steps of 10 s, from a
   * minute on in whole minutes. Less than 5 s are not told. The words are {@code queue-reporthold},
   * {@code queue-seconds}, {@code queue-minute} and {@code queue-minutes}, unless {@link
   * HearingBuilder#sound} names others.
   *
   * @return this
   */
  public OnAnswerBuilder tellWait() {
    tellsWait = true;
    return this;
  }

  /**
   * Has the agent take the call by a key. Whoever presses another one, none, or hangs up has not
   * taken it: the caller goes on as after a call that was refused, at the old place. Where several
   * phones ring at once each is asked, and the first that presses the key has the call. An
   * extension with a {@link Confirmation} of its own is not asked twice.
   *
   * @param digit the key, a digit
   * @param prompt the sound that asks for it
   * @param within for how long it is awaited after the sound, in whole seconds, 2 s to 60 s
   * @return this
   */
  public OnAnswerBuilder acceptByKey(String digit, String prompt, Duration within) {
    key =
        new Key(
            given("acceptByKey", digit),
            given("acceptByKey", prompt),
            given("acceptByKey", within));
    return this;
  }

  /**
   * Records both sides while they talk.
   *
   * @return this
   */
  public OnAnswerBuilder recordTalk() {
    recorded = Optional.of(RecordedFrom.TALK);
    return this;
  }

  /**
   * Records from the answer of the phone on: what the agent is told and asked, and the talk.
   *
   * @return this
   */
  public OnAnswerBuilder recordFromAnswer() {
    recorded = Optional.of(RecordedFrom.ANSWER);
    return this;
  }

  /**
   * Has variables stand on the channels of caller and agent from the talk on: {@code RW_TALK_CALL},
   * {@code RW_TALK_GROUP}, {@code RW_TALK_EXTENSION}, who took the call, and {@code RW_TALK_WAIT},
   * how long the caller waited, in seconds. For subroutines, call records and whatever follows in
   * the dialplan.
   *
   * @return this
   */
  public OnAnswerBuilder setVariables() {
    setsVariables = true;
    return this;
  }

  /**
   * The options of Dial for the phones of this group, in place of those that the AGI server has for
   * all phones.
   *
   * @param options such as {@code tT}; empty for none
   * @return this
   */
  public OnAnswerBuilder dialOptions(String options) {
    dialOptions = given("dialOptions", options);
    return this;
  }

  private <T> T given(String setting, T value) {
    return requireNonNull(
        value, () -> "hunt group " + group + ": " + setting + " is null: expected a value");
  }
}
