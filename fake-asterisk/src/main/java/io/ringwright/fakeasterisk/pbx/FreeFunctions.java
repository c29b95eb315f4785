package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.dialplan.Hint;
import io.ringwright.fakeasterisk.switchboard.DeviceStateWord;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that belong to no channel, as AMI asks for them: GLOBAL, DEVICE_STATE, HINT and
 * AST_CONFIG of musiconhold.conf. Source: {@code funcs/func_devstate.c, func_config.c} and {@code
 * main/pbx.c} of Asterisk. One thread.
 */
final class FreeFunctions {

  private final Switchboard switchboard;
  private final Dialplan dialplan;
  private final Map<String, String> globals;

  FreeFunctions(Switchboard switchboard, Dialplan dialplan, Map<String, String> globals) {
    this.switchboard = switchboard;
    this.dialplan = dialplan;
    this.globals = globals;
  }

  Optional<String> value(String function, String argument) {
    return switch (function) {
      case "GLOBAL" -> Optional.ofNullable(globals.get(argument));
      case "DEVICE_STATE" -> Optional.of(state(argument));
      case "AST_CONFIG" -> MusicClasses.setting(argument);
      case "HINT" -> Optional.of(hint(argument));
      default -> Optional.empty();
    };
  }

  /** The technology counts in any case, what comes after it as it is written. */
  private String state(String device) {
    if (device.regionMatches(true, 0, "Local/", 0, 6)) {
      String[] place = device.substring(6).split("@", 2);
      boolean there = place.length == 2 && dialplan.step(place[1], place[0], 1).isPresent();
      return there ? "NOT_INUSE" : "INVALID";
    }
    if (device.regionMatches(true, 0, "Custom:", 0, 7)) {
      return DeviceStateWord.of(switchboard.customStates().get(device));
    }
    return switchboard.devices().entrySet().stream()
        .filter(known -> isSame(known.getKey(), device))
        .map(known -> DeviceStateWord.of(known.getValue()))
        .findFirst()
        .orElse("INVALID");
  }

  private static boolean isSame(String known, String asked) {
    int slash = known.indexOf('/');
    return slash == asked.indexOf('/')
        && known.regionMatches(true, 0, asked, 0, slash + 1)
        && known.substring(slash + 1).equals(asked.substring(slash + 1));
  }

  private String hint(String place) {
    return dialplan.hints().stream()
        .filter(hint -> (hint.extension() + "@" + hint.context()).equals(place))
        .map(Hint::devices)
        .findFirst()
        .orElse("");
  }
}
