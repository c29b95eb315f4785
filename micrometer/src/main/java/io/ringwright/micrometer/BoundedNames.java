package io.ringwright.micrometer;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Values of one tag, so many at most: the first ones have their own, all further ones share {@link
 * #OTHER}. Without a bound, a registry would keep meters for every value that ever came.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class BoundedNames {

  /** Stands for all that came after the limit was reached. */
  static final String OTHER = "other";

  private final int most;
  private final Consumer<String> whenNew;
  private final Set<String> known = ConcurrentHashMap.newKeySet();

  /**
   * No names yet.
   *
   * @param most how many have a value of their own
   * @param whenNew is told of each value once, before it is used
   */
  BoundedNames(int most, Consumer<String> whenNew) {
    this.most = most;
    this.whenNew = whenNew;
  }

  /** The value of the tag for this name. */
  String tag(String name) {
    return known.contains(name) ? name : add(name);
  }

  private synchronized String add(String name) {
    if (known.contains(name)) {
      return name;
    }
    boolean room = known.size() - (known.contains(OTHER) ? 1 : 0) < most;
    String tag = room ? name : OTHER;
    if (!known.contains(tag)) {
      whenNew.accept(tag);
      known.add(tag);
    }
    return tag;
  }
}
