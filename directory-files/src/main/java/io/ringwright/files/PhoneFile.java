package io.ringwright.files;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Schedule;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a phone file says: a phone list, and the names that people gave to its parts.
 *
 * <p>Thread safety: immutable.
 *
 * @param phones the phone list
 * @param names the names of extensions and hunt groups that have one, by number
 * @param hours the opening hours that have a name, by name
 */
public record PhoneFile(
    PhoneList phones, Map<DirectoryNumber, String> names, Map<String, Schedule> hours) {

  /** Copies the maps, which keep their order. */
  public PhoneFile {
    names = Collections.unmodifiableMap(new LinkedHashMap<>(names));
    hours = Collections.unmodifiableMap(new LinkedHashMap<>(hours));
  }

  /**
   * A phone list without names.
   *
   * @param phones any list
   * @return a file of it
   */
  public static PhoneFile of(PhoneList phones) {
    return new PhoneFile(phones, Map.of(), Map.of());
  }

  /**
   * The name of an extension or a hunt group.
   *
   * @param number its number
   * @return empty if it has none
   */
  public Optional<String> name(DirectoryNumber number) {
    return Optional.ofNullable(names.get(number));
  }
}
