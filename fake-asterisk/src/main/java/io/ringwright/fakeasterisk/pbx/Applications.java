package io.ringwright.fakeasterisk.pbx;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The applications a dialplan can name, in whatever case.
 *
 * <p>Thread safety: filled by one thread, then read by the timeline's.
 */
public final class Applications {

  private final Map<String, Application> byName = new TreeMap<>();

  /**
   * Adds an application or replaces it.
   *
   * @param name its name
   * @param application what it does
   */
  public void add(String name, Application application) {
    byName.put(name.toLowerCase(Locale.ROOT), application);
  }

  /**
   * The application of a name.
   *
   * @param name its name
   * @return the application, or empty if there is none
   */
  public Optional<Application> find(String name) {
    return Optional.ofNullable(byName.get(name.toLowerCase(Locale.ROOT)));
  }
}
