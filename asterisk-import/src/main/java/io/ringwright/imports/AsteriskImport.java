package io.ringwright.imports;

import io.ringwright.files.PhoneFileWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Imports the configuration of app_queue: {@code queues.conf}, {@code queuerules.conf} and, for
 * numbers and hints, {@code extensions.conf}, or the files that FreePBX generates in their place.
 *
 * <pre>{@code
 * java -cp ... io.ringwright.imports.AsteriskImport /etc/asterisk --out=phones.yaml
 * }</pre>
 *
 * <p>The exit code is 0 if every line is kept or not needed, 1 if somebody should look at one, and
 * 2 if the configuration cannot be read, a file cannot be written, or the arguments are wrong. A
 * phone file that is there already is never written over.
 *
 * <p>Thread safety: nothing is kept between calls.
 */
public final class AsteriskImport {

  private static final int DONE = 0;
  private static final int NEEDS_A_LOOK = 1;
  private static final int FAILED = 2;

  private static final String USAGE =
      """
      Usage: DIRECTORY [--out=phones.yaml] [--report=report.txt]
      Exit code: 0 all kept or not needed, 1 something needs a look, 2 not read or not written.\
      """;

  private AsteriskImport() {}

  /**
   * Imports a folder and ends the process.
   *
   * @param arguments the folder, and where phone file and report are written
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(arguments), out));
  }

  /**
   * Imports a folder. No file outside of it is read, and no program is run.
   *
   * @param folder such as {@code /etc/asterisk}, or a copy of it
   * @return the phone list and the report
   * @throws ImportException if there is no queues.conf, or it is no text, or too large
   */
  public static ImportedHouse of(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new ImportException(folder + ": is no folder; expected one with a queues.conf");
    }
    return new HouseImport(new ConfigFolder(folder)).run();
  }

  static int run(List<String> arguments, PrintStream out) {
    List<String> folders = arguments.stream().filter(each -> !each.startsWith("--")).toList();
    boolean known = arguments.stream().allMatch(each -> !each.startsWith("--") || isSetting(each));
    if (folders.size() != 1 || !known) {
      out.println(USAGE);
      return FAILED;
    }
    try {
      ImportedHouse house = of(Path.of(folders.get(0)));
      Path file = Path.of(setting(arguments, "--out=", "phones.yaml"));
      Path report = Path.of(setting(arguments, "--report=", "report.txt"));
      Files.writeString(
          file,
          PhoneFileWriter.yaml(house.phones()),
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.WRITE);
      Files.writeString(report, house.report().text());
      out.println(file + ": " + house.phones().phones());
      out.println(report + ": " + house.report().summary());
      return house.report().needsALook() ? NEEDS_A_LOOK : DONE;
    } catch (ImportException | InvalidPathException refused) {
      out.println(refused.getMessage());
    } catch (FileAlreadyExistsException there) {
      out.println(there.getFile() + ": is there already; expected another name for --out");
    } catch (IOException failed) {
      out.println("cannot be written: " + failed.getMessage());
    }
    return FAILED;
  }

  private static boolean isSetting(String argument) {
    return argument.startsWith("--out=") || argument.startsWith("--report=");
  }

  private static String setting(List<String> arguments, String name, String usual) {
    return arguments.stream()
        .filter(each -> each.startsWith(name))
        .reduce((one, later) -> later)
        .map(each -> each.substring(name.length()))
        .orElse(usual);
  }
}
