package io.ringwright.faults;

import io.ringwright.agi.Dialplan;
import io.ringwright.fakeasterisk.agi.AgiApplication;
import io.ringwright.fakeasterisk.ami.AmiClientLine;
import io.ringwright.fakeasterisk.ami.AmiFaults;
import io.ringwright.fakeasterisk.ami.AmiPeer;
import io.ringwright.fakeasterisk.ami.AmiServer;
import io.ringwright.fakeasterisk.ami.AmiUser;
import io.ringwright.fakeasterisk.pbx.DialplanRunner;
import io.ringwright.fakeasterisk.pbx.Sounds;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Party;
import io.ringwright.fakeasterisk.switchboard.Phone;
import io.ringwright.fakeasterisk.switchboard.SwitchListener;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One run of an Asterisk, from its boot to its end: the switch in memory, the dialplan that is
 * shipped, AMI and AGI in text, without a thread or a socket.
 */
final class SimulatedSwitch {

  static final String NAME = "lab";

  private static final String TRUNK = "PJSIP/trunk";
  private static final String INCOMING = "from-trunk";
  private static final String HOUSE = "from-house";

  /** What a house has beside what is shipped: the way in, and what phones dial. */
  private static final String OWN =
      """
      [from-trunk]
      exten => _X!,1,Set(RW_PRIORITY=${PJSIP_HEADER(read,X-Priority)})
       same => n,Set(RW_NUMBER=${EXTEN})
       same => n,Goto(ringwright-route,s,1)
      [from-house]
      exten => _7XX,1,Goto(from-trunk,${EXTEN},1)
      exten => _82XX,1,Dial(PJSIP/${EXTEN},20)
       same => n,Hangup()
      exten => _9XXX,1,Answer()
       same => n,Wait(600)
      exten => _*8XXXX,1,PickupChan(PJSIP/${EXTEN:2})
       same => n,Hangup()
      """;

  /** Read once: it does not change. */
  private static final io.ringwright.fakeasterisk.dialplan.Dialplan DIALPLAN =
      io.ringwright.fakeasterisk.dialplan.Dialplan.parse(Dialplan.standard().render() + OWN);

  private final SkewedTimeline timeline;
  private final Switchboard switchboard;
  private final DialplanRunner runner;
  private final AmiServer ami;
  private final Set<AmiPeer> peers = new HashSet<>();
  private boolean listens = true;

  /**
   * Boots.
   *
   * @param timeline of this run
   * @param network by which FastAGI servers are reached
   * @param phones what answers at a device
   * @param devices its devices
   */
  SimulatedSwitch(
      SkewedTimeline timeline, AgiWay network, Supplier<Phone> phones, List<String> devices) {
    this.timeline = timeline;
    this.switchboard = new Switchboard(timeline, NAME);
    Sounds sounds = new Sounds(Duration.ofMillis(20), Set.of());
    this.runner = new DialplanRunner(switchboard, DIALPLAN, sounds);
    runner.applications().add("AGI", new AgiApplication(sounds, runner.applications(), network));
    this.ami = new AmiServer(switchboard, runner, List.of(AmiUser.router("router", "secret")), 0);
    switchboard.install(TRUNK, phones.get());
    devices.forEach(device -> switchboard.install(device, HOUSE, phones.get()));
  }

  Switchboard switchboard() {
    return switchboard;
  }

  /** Whether nobody is in a call, and nobody waits. */
  boolean isEmpty() {
    return switchboard.channels().isEmpty();
  }

  SkewedTimeline timeline() {
    return timeline;
  }

  AmiFaults faults() {
    return ami.faults();
  }

  void listen(SwitchListener listener) {
    switchboard.listen(listener);
  }

  /** Lets a client of AMI in, unless the port is closed. */
  Optional<AmiClientLine> admit(AmiPeer peer) {
    if (!listens) {
      return Optional.empty();
    }
    peers.add(peer);
    return Optional.of(ami.admit(peer));
  }

  /** Opens or closes the AMI port; what is connected is cut. */
  void listens(boolean now) {
    listens = now;
    if (!now) {
      List.copyOf(peers).forEach(AmiPeer::closeNow);
      peers.clear();
    }
  }

  /** The process ends: all channels are gone at once, and nobody is told. */
  void end() {
    listens(false);
    timeline.end();
  }

  /** A caller from outside. */
  LiveChannel call(String number, String dialled, int priority) {
    LiveChannel channel =
        switchboard.incoming(
            TRUNK,
            new Party(number, ""),
            new Location(INCOMING, dialled, 1),
            Map.of("X-Priority", String.valueOf(priority)));
    runner.run(channel);
    return channel;
  }

  /** Somebody takes a phone of the house, and dials. */
  LiveChannel dial(String device, String number) {
    LiveChannel channel =
        switchboard.incoming(
            device,
            new Party(device.substring(device.indexOf('/') + 1), ""),
            new Location(HOUSE, number, 1),
            Map.of());
    runner.run(channel);
    return channel;
  }

  /** Where phones of the house transfer to. */
  static Location inHouse(String number) {
    return new Location(HOUSE, number, 1);
  }
}
