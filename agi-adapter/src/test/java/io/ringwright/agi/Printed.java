package io.ringwright.agi;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the program prints that makes a dialplan. */
final class Printed {

  private Printed() {}

  static String by(String... changes) {
    PrintStream terminal = System.out;
    ByteArrayOutputStream caught = new ByteArrayOutputStream();
    System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
    try {
      Dialplan.main(changes);
    } finally {
      System.setOut(terminal);
    }
    return caught.toString(StandardCharsets.UTF_8);
  }
}
