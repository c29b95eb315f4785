package io.ringwright.engine.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A sorted set that can say at which place an element stands. Kept as a list of short sorted lists:
 * a change moves a few references in one of them, and an element costs little more than a
 * reference.
 *
 * <p>Thread safety: for one thread at a time.
 *
 * @param <E> the elements; what the order looks at must not change while one is in the set
 */
public final class RankedSet<E> implements Iterable<E> {

  private static final int LONGEST = 256;

  private final List<List<E>> parts = new ArrayList<>(1);
  private final Comparator<? super E> order;
  private int size;

  /**
   * An empty set.
   *
   * @param order who comes first; only the same elements are equal under it
   */
  public RankedSet(Comparator<? super E> order) {
    this.order = order;
  }

  /**
   * A set of the same order and length, which does not change with the other: no element is
   * compared.
   *
   * @param other the other
   * @param each what stands there for an element of the other; at the same place in the order
   */
  public RankedSet(RankedSet<E> other, UnaryOperator<E> each) {
    this.order = other.order;
    this.size = other.size;
    for (List<E> part : other.parts) {
      List<E> copy = new ArrayList<>(part.size() + 1);
      part.forEach(element -> copy.add(each.apply(element)));
      parts.add(copy);
    }
  }

  /**
   * How many elements there are.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * Whether there is none.
   *
   * @return true if empty
   */
  public boolean isEmpty() {
    return size == 0;
  }

  /**
   * The first element.
   *
   * @return null if there is none
   */
  public @Nullable E first() {
    return size == 0 ? null : parts.get(0).get(0);
  }

  /**
   * Adds an element.
   *
   * @param element which
   * @return false if it was there before
   */
  public boolean add(E element) {
    if (parts.isEmpty()) {
      parts.add(new ArrayList<>(2));
      parts.get(0).add(element);
      size = 1;
      return true;
    }
    int in = partOf(element);
    List<E> part = parts.get(in);
    int at = placeIn(part, element);
    if (at >= 0) {
      return false;
    }
    part.add(-at - 1, element);
    size++;
    if (part.size() > LONGEST) {
      split(in, in == parts.size() - 1 && at == -LONGEST - 1);
    }
    return true;
  }

  /**
   * Makes two parts of one, which take no more room than they need. Where an element joins at the
   * end of all, as most do, the first part stays full.
   */
  private void split(int in, boolean atEnd) {
    List<E> part = parts.get(in);
    int from = atEnd ? LONGEST : LONGEST / 2;
    parts.set(in, new ArrayList<>(part.subList(0, from)));
    parts.add(in + 1, new ArrayList<>(part.subList(from, part.size())));
  }

  /**
   * Takes an element out.
   *
   * @param element which
   * @return false if it was not there
   */
  public boolean remove(E element) {
    if (size == 0) {
      return false;
    }
    int in = partOf(element);
    List<E> part = parts.get(in);
    int at = placeIn(part, element);
    if (at < 0) {
      return false;
    }
    part.remove(at);
    size--;
    if (part.isEmpty()) {
      parts.remove(in);
    }
    return true;
  }

  /**
   * Whether an element is there.
   *
   * @param element which
   * @return true if it is
   */
  public boolean contains(E element) {
    return size > 0 && placeIn(parts.get(partOf(element)), element) >= 0;
  }

  /**
   * How many elements come before one, whether or not it is in the set.
   *
   * @param element which
   * @return 0 or more
   */
  public int before(E element) {
    if (size == 0) {
      return 0;
    }
    int in = partOf(element);
    int count = 0;
    for (int part = 0; part < in; part++) {
      count += parts.get(part).size();
    }
    int at = placeIn(parts.get(in), element);
    return count + (at < 0 ? -at - 1 : at);
  }

  /**
   * The first element after another.
   *
   * @param bound the other, whether or not it is in the set
   * @return null if there is none
   */
  public @Nullable E higher(E bound) {
    if (size == 0) {
      return null;
    }
    int in = partOf(bound);
    int next = placeAfter(parts.get(in), bound);
    if (next < parts.get(in).size()) {
      return parts.get(in).get(next);
    }
    return in + 1 < parts.size() ? parts.get(in + 1).get(0) : null;
  }

  /**
   * The elements after another, first to last.
   *
   * @param bound the other, whether or not it is in the set; null for the elements from the first
   * @param most how many at the most
   * @return a list that does not change with the set
   */
  public List<E> after(@Nullable E bound, int most) {
    List<E> found = new ArrayList<>(Math.min(most, size));
    int in = bound == null || size == 0 ? 0 : partOf(bound);
    int from = bound == null || size == 0 ? 0 : placeAfter(parts.get(in), bound);
    while (in < parts.size() && found.size() < most) {
      List<E> part = parts.get(in);
      found.addAll(part.subList(from, Math.min(part.size(), from + most - found.size())));
      in++;
      from = 0;
    }
    return found;
  }

  private int placeAfter(List<E> part, E bound) {
    int at = placeIn(part, bound);
    return at < 0 ? -at - 1 : at + 1;
  }

  /**
   * Where an element stands in a part; below zero if it does not, as a binary search says it. Lines
   * are left at the front and joined at the end, so there it is looked for first.
   */
  private int placeIn(List<E> part, E element) {
    if (order.compare(part.get(0), element) == 0) {
      return 0;
    }
    int last = part.size() - 1;
    return order.compare(part.get(last), element) < 0
        ? -last - 2
        : Collections.binarySearch(part, element, order);
  }

  /** The last part whose first element is not after this one; the first part if all are. */
  private int partOf(E element) {
    int low = 0;
    int high = parts.size() - 1;
    if (high == 0 || order.compare(parts.get(high).get(0), element) <= 0) {
      return high;
    }
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (order.compare(parts.get(middle).get(0), element) <= 0) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /**
   * All elements as they are now, first to last: a copy of references, made in blocks.
   *
   * @return a list that does not change with the set, and cannot be changed
   */
  public List<E> toList() {
    List<E> all = new ArrayList<>(size);
    parts.forEach(all::addAll);
    return Collections.unmodifiableList(all);
  }

  /** First to last; the set must not change meanwhile. */
  @Override
  public Iterator<E> iterator() {
    return new Iterator<>() {
      private int in;
      private int at;

      @Override
      public boolean hasNext() {
        return in < parts.size();
      }

      @Override
      public E next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        E element = parts.get(in).get(at);
        at++;
        if (at == parts.get(in).size()) {
          in++;
          at = 0;
        }
        return element;
      }
    };
  }
}
