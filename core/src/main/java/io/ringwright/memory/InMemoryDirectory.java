package io.ringwright.memory;

import static java.util.Objects.requireNonNull;

import io.ringwright.directory.PhoneList;
import io.ringwright.port.Directory;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A directory that holds one phone list and can be given another while calls run.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class InMemoryDirectory implements Directory {

  private final AtomicReference<PhoneList> current;

  /**
   * A directory with a list.
   *
   * @param phones the first list
   */
  public InMemoryDirectory(PhoneList phones) {
    current =
        new AtomicReference<>(requireNonNull(phones, "phones is null: expected a phone list"));
  }

  @Override
  public PhoneList phoneList() {
    return current.get();
  }

  /**
   * Puts another list in place. Call {@code CallRouter.directoryChanged()} then; without it the
   * router takes the list over with the next event or call of {@code runDue()}.
   *
   * @param phones the list from now on
   */
  public void replace(PhoneList phones) {
    current.set(requireNonNull(phones, "phones is null: expected a phone list"));
  }
}
