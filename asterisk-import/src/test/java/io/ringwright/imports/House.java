package io.ringwright.imports;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.files.PhoneFileReader;
import io.ringwright.files.PhoneFileWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** A folder with a configuration that a test writes, and what becomes of it. */
final class House {

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  static House with(String queues) {
    return new House().file("queues.conf", queues);
  }

  House file(String name, String text) {
    return file(name, text.getBytes(StandardCharsets.UTF_8));
  }

  House file(String name, byte[] bytes) {
    files.put(name, bytes);
    return this;
  }

  House dialplan(String text) {
    return file("extensions.conf", text);
  }

  House rules(String text) {
    return file("queuerules.conf", text);
  }

  void writeTo(Path folder) {
    try {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        Path file = folder.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whatever is imported can be read again. */
  Result imported(Path folder) {
    writeTo(folder);
    ImportedHouse house = AsteriskImport.of(folder);
    String yaml = PhoneFileWriter.yaml(house.phones());
    if (!PhoneFileReader.create().readText(yaml).phones().equals(house.phones().phones())) {
      throw new AssertionError("another phone list comes back from\n" + yaml);
    }
    return new Result(house);
  }

  record Result(ImportedHouse house) {

    HuntGroup group(String number) {
      return house.phones().phones().huntGroup(DirectoryNumber.of(number)).orElseThrow();
    }

    Extension extension(String number) {
      return house.phones().phones().extension(DirectoryNumber.of(number)).orElseThrow();
    }

    /** The entry of a line of queues.conf. */
    ReportEntry line(int line) {
      return line("queues.conf", line);
    }

    ReportEntry line(String file, int line) {
      return house.report().entries().stream()
          .filter(each -> each.file().equals(file) && each.line() == line)
          .findFirst()
          .orElseThrow();
    }
  }
}
