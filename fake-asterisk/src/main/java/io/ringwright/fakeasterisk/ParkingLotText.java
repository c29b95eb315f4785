package io.ringwright.fakeasterisk;

import io.ringwright.fakeasterisk.switchboard.ParkingLot;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One parking lot as {@code res_parking.conf} describes it.
 *
 * @param extension by which whoever is transferred there is parked
 * @param spaces the numbers of the spaces
 */
record ParkingLotText(String extension, ParkingLot.Spaces spaces) {

  private static final Pattern RANGE = Pattern.compile("([0-9]{1,6})-([0-9]{1,6})");

  static ParkingLotText parse(String text) {
    Matcher range = RANGE.matcher(setting(text, "parkpos"));
    if (!range.matches()) {
      throw new IllegalArgumentException(
          "parkpos of a parking lot is %s: expected a range such as 701-720"
              .formatted(setting(text, "parkpos")));
    }
    return new ParkingLotText(
        setting(text, "parkext"),
        new ParkingLot.Spaces(
            setting(text, "context"),
            Integer.parseInt(range.group(1)),
            Integer.parseInt(range.group(2))));
  }

  private static String setting(String text, String name) {
    Matcher line = Pattern.compile("(?m)^\\s*" + name + "\\s*=>?\\s*([^;\\s]+)").matcher(text);
    if (!line.find()) {
      throw new IllegalArgumentException(
          "a parking lot has no " + name + "\nGive parkext, parkpos and context.");
    }
    return line.group(1);
  }

  /** What can be dialled in the context of the lot. */
  String dialplan() {
    StringBuilder text = new StringBuilder("[" + spaces.context() + "]\n");
    text.append("exten => ").append(extension).append(",1,Park()\n");
    for (int space = spaces.first(); space <= spaces.last(); space++) {
      text.append("exten => %d,1,ParkedCall(default,%d)\n".formatted(space, space));
    }
    return text.toString();
  }
}
