package io.ringwright.faults;

import io.ringwright.CallRouter;
import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.fakeasterisk.switchboard.AttendedTransfer;
import io.ringwright.fakeasterisk.switchboard.BlindTransfer;
import io.ringwright.fakeasterisk.switchboard.ChannelState;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What people do by chance: they call, give up, transfer, pick up, go away and come back. */
final class People {

  private final Laboratory lab;
  private final Dice dice;
  private final RandomHouse house;

  People(Laboratory lab, Dice dice, RandomHouse house) {
    this.lab = lab;
    this.dice = dice;
    this.house = house;
  }

  private Switchboard switchboard() {
    return lab.pbx().switchboard();
  }

  private String device() {
    return dice.oneOf(lab.devices());
  }

  private String number() {
    return RandomHouse.number(dice.below(house.desks()));
  }

  private String dialled() {
    return dice.chance(0.8) ? dice.oneOf(RandomHouse.GROUPS) : number();
  }

  private Optional<LiveChannel> caller() {
    List<LiveChannel> callers = lab.callers();
    return callers.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(callers));
  }

  /** One of the phones that talk. */
  private Optional<LiveChannel> talkingPhone() {
    List<LiveChannel> talking =
        switchboard().channels().stream()
            .filter(each -> lab.devices().contains(each.id().device()))
            .filter(each -> each.bridge().isPresent())
            .toList();
    return talking.isEmpty() ? Optional.empty() : Optional.of(dice.oneOf(talking));
  }

  /** Somebody does something. */
  void act() {
    int die = dice.below(100);
    if (die < 40) {
      call();
    } else if (die < 55) {
      caller().ifPresent(this::annoy);
    } else if (die < 75) {
      atAPhone(die);
    } else if (die < 88) {
      transfer(die);
    } else {
      lab.engine().ifPresent(engine -> order(engine.router()));
    }
  }

  private void call() {
    LiveChannel caller = lab.call(dialled(), dice.chance(0.7) ? 5 : dice.between(1, 5));
    if (dice.chance(0.3)) {
      var unused = lab.pbx().timeline().after(dice.millis(0, 40_000), () -> givesUp(caller));
    }
  }

  private void givesUp(LiveChannel caller) {
    caller.farEndHangsUp();
  }

  private void annoy(LiveChannel caller) {
    switch (dice.below(4)) {
      case 0 -> caller.press(dice.oneOf(List.of('1', '5', '#', 'A')));
      case 1 -> {
        lab.story.tell("people: a supervisor sends " + caller + " on");
        caller.moveTo(new Location("from-trunk", dice.oneOf(RandomHouse.GROUPS), 1));
      }
      default -> caller.farEndHangsUp();
    }
  }

  private void atAPhone(int die) {
    String device = device();
    if (die < 63) {
      lab.story.tell("people: a call of its own at " + device);
      LiveChannel own = lab.pbx().dial(device, "9000");
      var unused = lab.pbx().timeline().after(dice.millis(200, 30_000), () -> own.farEndHangsUp());
    } else if (die < 67) {
      lab.story.tell("people: " + device + " is unplugged");
      switchboard().unplug(device);
      var unused =
          lab.pbx().timeline().after(dice.millis(500, 20_000), () -> switchboard().plugIn(device));
    } else if (die < 71) {
      switchboard().hangUpPhone(device);
    } else {
      talkingPhone().ifPresent(dice.chance(0.5) ? LiveChannel::hold : LiveChannel::resume);
    }
  }

  private void transfer(int die) {
    if (die < 79) {
      talkingPhone().ifPresent(this::blindTransfer);
    } else if (die < 84) {
      talkingPhone().ifPresent(this::consult);
    } else {
      pickUp();
    }
  }

  private void blindTransfer(LiveChannel phone) {
    String to = dialled();
    lab.story.tell("people: " + phone + " transfers to " + to);
    BlindTransfer.start(switchboard(), phone, SimulatedSwitch.inHouse(to));
  }

  private void consult(LiveChannel phone) {
    String to = dialled();
    lab.story.tell("people: " + phone + " consults " + to);
    LiveChannel consultation = lab.pbx().dial(phone.id().device(), to);
    var unused =
        lab.pbx().timeline().after(dice.millis(100, 12_000), () -> complete(phone, consultation));
  }

  private void complete(LiveChannel phone, LiveChannel consultation) {
    boolean bothThere =
        switchboard().channels().containsAll(List.of(phone, consultation))
            && phone.bridge().isPresent();
    if (bothThere) {
      lab.story.tell("people: " + phone + " connects its caller with " + consultation);
      AttendedTransfer.start(switchboard(), phone, consultation);
    } else {
      consultation.farEndHangsUp();
    }
  }

  private void pickUp() {
    List<LiveChannel> ringing =
        switchboard().channels().stream()
            .filter(each -> lab.devices().contains(each.id().device()))
            .filter(each -> each.state() == ChannelState.RINGING)
            .toList();
    if (!ringing.isEmpty()) {
      String rings = dice.oneOf(ringing).id().device();
      String picker = device();
      lab.story.tell("people: " + picker + " picks up " + rings);
      LiveChannel own = lab.pbx().dial(picker, "*8" + rings.substring(rings.indexOf('/') + 1));
      var unused = lab.pbx().timeline().after(dice.millis(500, 20_000), () -> own.farEndHangsUp());
    }
  }

  private void order(CallRouter router) {
    switch (dice.below(5)) {
      case 0 -> {
        lab.story.tell("host: another phone list");
        lab.install(house.next(lab.ownStrategies()));
        router.directoryChanged();
      }
      case 1 -> attendance(router);
      default -> caller().map(Laboratory::idOf).ifPresent(call -> order(router, call));
    }
  }

  /** Whoever is withdrawn is for the host to move; unless somebody answered before. */
  private void takeAway(CallId call) {
    switchboard()
        .channel(call.uniqueId())
        .filter(channel -> channel.bridge().isEmpty())
        .ifPresent(channel -> channel.hangUp(0));
  }

  private void attendance(CallRouter router) {
    DirectoryNumber number = DirectoryNumber.of(number());
    lab.story.tell("host: " + number + " pauses");
    var unused = router.setAttendance(number, new Attendance(true, Optional.of("coffee")));
    var unusedTimer =
        lab.timeline.after(
            dice.millis(500, 15_000),
            () ->
                lab.engine()
                    .ifPresent(
                        now -> {
                          var unusedAnswer = now.router().setAttendance(number, Attendance.PRESENT);
                        }));
  }

  private void order(CallRouter router, CallId call) {
    lab.checks.ordered(call);
    switch (dice.below(4)) {
      case 0 -> {
        lab.story.tell("host: " + call + " is withdrawn");
        lab.checks.withdrawn(call);
        var unused = router.withdraw(call);
        var unusedTimer = lab.pbx().timeline().after(dice.millis(0, 2_000), () -> takeAway(call));
      }
      case 1 -> {
        var unused = router.deliverTo(call, DirectoryNumber.of(number()));
      }
      case 2 -> {
        var unused = router.changePriority(call, Priority.of(dice.between(1, 9)));
      }
      default -> {
        var unused =
            router.prefer(
                call, DirectoryNumber.of(number()), Duration.ofSeconds(dice.between(1, 30)));
      }
    }
  }
}
