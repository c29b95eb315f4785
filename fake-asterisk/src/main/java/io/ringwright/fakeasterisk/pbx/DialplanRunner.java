package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.dialplan.Step;
import io.ringwright.fakeasterisk.dialplan.Substitution;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Switchboard;

/**
 * Runs channels through a dialplan.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class DialplanRunner {

  private final Switchboard switchboard;
  private final Dialplan steps;
  private final DialplanAccess dialplan;
  private final Applications applications = new Applications();

  /**
   * Takes a dialplan, with the applications that need nothing but the switch.
   *
   * @param switchboard the switch whose channels run
   * @param dialplan what they run
   * @param sounds what they can hear
   */
  public DialplanRunner(Switchboard switchboard, Dialplan dialplan, Sounds sounds) {
    this.switchboard = switchboard;
    this.steps = dialplan;
    this.dialplan = new DialplanAccess(switchboard, dialplan, sounds);
    FlowApplications.addTo(applications);
    LineApplications.addTo(applications);
    PickUpApplication.addTo(applications);
    ParkingApplications.addTo(applications);
    switchboard.driveBy(this::run);
    switchboard.transferTo(this.dialplan);
    new SoundApplications(sounds).addTo(applications);
    new SpeechApplications(sounds).addTo(applications);
    ReadApplication.addTo(applications, sounds);
    RecordingApplication.addTo(applications);
  }

  /**
   * What the channels see of the dialplan.
   *
   * @return places, variables and functions
   */
  public DialplanAccess dialplan() {
    return dialplan;
  }

  /**
   * The applications that steps may name. More can be added.
   *
   * @return the applications
   */
  public Applications applications() {
    return applications;
  }

  /**
   * Refuses a dialplan that could not run: one that names an application or a function which does
   * not exist here.
   *
   * @throws IllegalArgumentException if there is one; the message names it and its line
   */
  public void requireEverythingKnown() {
    steps.steps().forEach(this::requireKnown);
  }

  private void requireKnown(Step step) {
    if (applications.find(step.application()).isEmpty()) {
      throw new IllegalArgumentException(
          "dialplan, line " + step.line() + ": application " + step.application() + " is unknown");
    }
    for (String name : Substitution.functionsIn(step.data())) {
      if (!Substitution.textFunctions().contains(name) && !ChannelFunctions.NAMES.contains(name)) {
        throw new IllegalArgumentException(
            "dialplan, line " + step.line() + ": function " + name + " is unknown");
      }
    }
  }

  /**
   * Starts a channel at the place where it is.
   *
   * @param channel a channel that nobody drives
   */
  public void run(LiveChannel channel) {
    DialplanRun run = new DialplanRun(channel, dialplan, applications);
    switchboard.timeline().run(run::proceed);
  }
}
