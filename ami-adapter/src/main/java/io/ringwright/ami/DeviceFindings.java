package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.Device;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.Extension;
import io.ringwright.directory.PhoneList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Compares the devices of a phone list with those that Asterisk knows.
 *
 * <p>Thread safety: for one thread.
 */
final class DeviceFindings {

  /** So many names stand in one finding. */
  private static final int MOST_NAMED = 5;

  /** So many names that are not in the list of states are asked for one by one. */
  private static final int MOST_ASKED = 200;

  private static final String UNKNOWN = "INVALID";

  /** A question to Asterisk. */
  interface Values {
    /** The value of a function; empty if Asterisk did not say it. */
    Optional<String> of(String function) throws InterruptedException;
  }

  private final Map<Device, String> known = new HashMap<>();
  private final Values values;
  private final Findings findings;

  /**
   * A comparison.
   *
   * @param listed the list of device states
   * @param values by which a device that is not in it is asked for
   * @param findings what is found goes here
   */
  DeviceFindings(List<AmiMessage> listed, Values values, Findings findings) {
    this.values = values;
    this.findings = findings;
    for (AmiMessage each : listed) {
      Device.parse(each.header("device")).ifPresent(device -> known.put(device, device.name()));
    }
  }

  /** Compares all of them. */
  void inspect(PhoneList phones) throws InterruptedException {
    Map<String, String> missing = new LinkedHashMap<>();
    Map<String, String> otherwise = new LinkedHashMap<>();
    int asked = 0;
    for (Extension extension : phones.extensions()) {
      for (RingTarget target : extension.devices()) {
        String device = asKnown(target);
        String spelt = known.get(Device.parse(device).orElse(target.device()));
        if (spelt != null && spelt.equals(device)) {
          continue;
        }
        if (spelt != null && spelt.substring(spelt.indexOf('/')).equals(resource(device))) {
          otherwise.put(device, "Asterisk writes " + spelt);
        } else if (asked++ < MOST_ASKED && isUnknown(device)) {
          String hint = spelt == null ? "" : ", Asterisk has " + spelt;
          missing.put(device + " of extension " + extension.number() + hint, device);
        }
      }
    }
    report(missing, otherwise, asked);
  }

  private static String resource(String device) {
    return device.substring(device.indexOf('/'));
  }

  private boolean isUnknown(String device) throws InterruptedException {
    if (Device.parse(device).filter(Device::isHint).isPresent()) {
      String hint = "HINT(" + device.substring(device.indexOf(':') + 1) + ")";
      return values.of(hint).filter(String::isEmpty).isPresent();
    }
    return values.of("DEVICE_STATE(" + device + ")").filter(UNKNOWN::equals).isPresent();
  }

  /**
   * The name by which Asterisk can be asked about what is dialled: of {@code PJSIP/0171@trunk} and
   * {@code SIP/trunk/0171} that of the trunk.
   */
  static String asKnown(RingTarget target) {
    if (target.device().isHint() || target.account().isPresent()) {
      return target.device().name();
    }
    String dialled = target.dialString();
    int slash = dialled.indexOf('/');
    String technology = dialled.substring(0, slash);
    String resource = dialled.substring(slash + 1);
    return switch (technology.toLowerCase(Locale.ROOT)) {
      case "local" -> technology + "/" + before(resource, '/');
      case "pjsip", "sip", "iax2" ->
          technology + "/" + before(resource.substring(resource.indexOf('@') + 1), '/');
      default -> target.device().name();
    };
  }

  private static String before(String text, char end) {
    int at = text.indexOf(end);
    return at < 0 ? text : text.substring(0, at);
  }

  private void report(Map<String, String> missing, Map<String, String> otherwise, int asked) {
    if (!missing.isEmpty()) {
      findings.add(
          Kind.DEVICE_UNKNOWN,
          "phone list",
          "Asterisk does not know " + named(new ArrayList<>(missing.keySet())),
          "Write them as in pjsip.conf, or add them there; upper and lower case count after the"
              + " slash");
    }
    if (!otherwise.isEmpty()) {
      List<String> each = new ArrayList<>();
      otherwise.forEach((device, spelt) -> each.add(device + " (" + spelt + ")"));
      findings.add(
          Kind.DEVICE_SPELT_OTHERWISE,
          "phone list",
          "these devices are spelt otherwise than in Asterisk: " + named(each),
          "They work; write them as Asterisk does, so that logs of both agree");
    }
    if (asked > MOST_ASKED) {
      findings.add(
          Kind.NOT_LOOKED_AT,
          "devices",
          asked
              + " devices are not in Asterisk's list of states, and only "
              + MOST_ASKED
              + " were asked for",
          "Look whether pjsip.conf has the phones of the phone list");
    }
  }

  private static String named(List<String> names) {
    String first = String.join("; ", names.subList(0, Math.min(MOST_NAMED, names.size())));
    return names.size() > MOST_NAMED
        ? first + "; and " + (names.size() - MOST_NAMED) + " more"
        : first;
  }
}
