package io.ringwright.fakeasterisk.switchboard;

import io.ringwright.fakeasterisk.switchboard.FeatureCodes.Feature;
import io.ringwright.fakeasterisk.switchboard.SwitchListener.Asked;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;

/**
 * The keys of one side of a talk: what is the beginning of a code is kept back for a while, a code
 * is obeyed, and all others are heard by the other side. Source: {@code bridge_channel_feature} in
 * Asterisk's {@code main/bridge_channel.c}, and {@code grab_transfer} in {@code
 * main/bridge_basic.c}. Belongs to the timeline's thread.
 */
final class FeatureKeys {

  /** {@code featuredigittimeout}. */
  private static final Duration BETWEEN_KEYS_OF_A_CODE = Duration.ofSeconds(1);

  /** {@code transferdigittimeout}. */
  private static final Duration BETWEEN_KEYS_OF_A_NUMBER = Duration.ofSeconds(2);

  private final LiveChannel channel;
  private final Switchboard switchboard;
  private final FeatureCodes codes;
  private final StringBuilder code = new StringBuilder();
  private final StringBuilder number = new StringBuilder();
  private boolean dials;
  private Feature wanted = Feature.BLINDXFER;
  private Timeline.Timer timer = Timeline.Timer.NONE;

  FeatureKeys(Switchboard switchboard, LiveChannel channel, FeatureCodes codes) {
    this.switchboard = switchboard;
    this.channel = channel;
    this.codes = codes;
  }

  void pressed(char key) {
    timer.cancel();
    if (dials) {
      dialled(key);
    } else {
      begun(key);
    }
  }

  // A code

  private void begun(char key) {
    code.append(key);
    String keys = code.toString();
    if (codes.of(keys).isPresent()) {
      code.setLength(0);
      start(codes.of(keys).get());
    } else if (codes.mayBecome(keys)) {
      timer = switchboard.timeline().after(BETWEEN_KEYS_OF_A_CODE, this::passOn);
    } else {
      passOn();
    }
  }

  private void passOn() {
    String keys = code.toString();
    code.setLength(0);
    channel
        .bridge()
        .ifPresent(talk -> keys.chars().forEach(key -> talk.heard(channel, (char) key)));
  }

  private void start(Feature feature) {
    if (feature == Feature.PARKCALL) {
      switchboard.parkingLot().parkOtherThan(channel);
    } else {
      wanted = feature;
      dials = true;
      number.setLength(0);
      channel.hold();
      timer = switchboard.timeline().after(BETWEEN_KEYS_OF_A_NUMBER, this::numberIsWhole);
    }
  }

  // A number

  private void dialled(char key) {
    boolean ends = key == '#';
    if (!ends) {
      number.append(key);
    }
    if (ends || !switchboard.extensions().mayBeLonger(place())) {
      numberIsWhole();
    } else {
      timer = switchboard.timeline().after(BETWEEN_KEYS_OF_A_NUMBER, this::numberIsWhole);
    }
  }

  private Location place() {
    String context =
        channel.variable("TRANSFER_CONTEXT").orElseGet(() -> channel.location().context());
    return new Location(context, number.toString(), 1);
  }

  private void numberIsWhole() {
    dials = false;
    Location to = place();
    boolean exists = switchboard.extensions().exists(to);
    if (exists && wanted == Feature.ATXFER) {
      ConsultationByKeys.start(switchboard, channel, to);
      return;
    }
    if (exists) {
      BlindTransfer.start(switchboard, channel, to, Asked.BY_KEYS);
    } else {
      channel.resume();
    }
  }
}
