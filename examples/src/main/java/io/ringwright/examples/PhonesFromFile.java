package io.ringwright.examples;

import io.ringwright.files.PhoneFile;
import io.ringwright.files.PhoneFileDifferences;
import io.ringwright.files.PhoneFileException;
import io.ringwright.files.PhoneFileReader;
import io.ringwright.files.PhoneFileWriter;
import java.io.PrintStream;

/**
 * The phone list as YAML: what changed between two files in words, what is wrong with a third by
 * line, and a list of the program written as a file.
 */
public final class PhonesFromFile {

  private static final String YESTERDAY =
      """
      extensions:
        101: {name: Anna, device: PJSIP/101}
        102: {name: Ben, device: PJSIP/102}
      hunt-groups:
        700: {name: Sales, members: [Anna, Ben]}
      """;

  private PhonesFromFile() {}

  /**
   * Prints them.
   *
   * @param arguments none
   */
  public static void main(String[] arguments) {
    run(System.out);
  }

  static void run(PrintStream out) {
    PhoneFileReader reader = PhoneFileReader.create();
    PhoneFile yesterday = reader.readText(YESTERDAY);
    PhoneFile today =
        reader.readText(
            YESTERDAY
                .replace("[Anna, Ben]", "[Ben], longest-wait: 5 min")
                .replace("PJSIP/102", "PJSIP/102, ring-time: 30 s"));
    out.println("What changed since yesterday:");
    PhoneFileDifferences.between(yesterday, today).forEach(each -> out.println("  " + each));
    out.println("What is wrong with tomorrow's file:");
    try {
      reader.readText(YESTERDAY.replace("device: PJSIP/101", "devise: PJSIP/101, ring-time: 30"));
    } catch (PhoneFileException refused) {
      refused.mistakes().forEach(each -> out.println("  " + each));
    }
    out.println("Today's list, written:");
    PhoneFileWriter.yaml(today).lines().forEach(each -> out.println("  " + each));
  }
}
