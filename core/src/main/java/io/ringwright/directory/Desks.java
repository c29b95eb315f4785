package io.ringwright.directory;

import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Who sits at a phone that is nobody's, instead of the own one (hot desking). Each person sits at
 * one phone, and each phone has one person.
 *
 * <p>Thread safety: immutable.
 *
 * @param phones the phone of each extension that sits at another one than its own, by number
 */
public record Desks(Map<DirectoryNumber, Device> phones) {

  /** Everybody sits at the own phone. */
  public static final Desks NONE = new Desks(Map.of());

  /** Copies the map, in the order of the numbers. */
  public Desks {
    phones = Collections.unmodifiableMap(new TreeMap<>(phones));
  }

  /**
   * The same, with an extension at a phone. Whoever sat there leaves it.
   *
   * @param extension its number
   * @param phone where its calls ring from now on
   * @return a changed copy
   */
  public Desks with(DirectoryNumber extension, Device phone) {
    Map<DirectoryNumber, Device> changed = new TreeMap<>(phones);
    changed.values().removeIf(phone::equals);
    changed.put(extension, phone);
    return new Desks(changed);
  }

  /**
   * The same, with an extension at its own phone.
   *
   * @param extension its number
   * @return a changed copy
   */
  public Desks without(DirectoryNumber extension) {
    Map<DirectoryNumber, Device> changed = new TreeMap<>(phones);
    changed.remove(extension);
    return new Desks(changed);
  }

  /**
   * Where an extension sits.
   *
   * @param extension its number
   * @return empty if it sits at its own phone
   */
  public Optional<Device> of(DirectoryNumber extension) {
    return Optional.ofNullable(phones.get(extension));
  }

  /**
   * Whether nobody sits at another phone.
   *
   * @return true for {@link #NONE}
   */
  public boolean isNone() {
    return phones.isEmpty();
  }

  /**
   * Whether somebody may sit at a device: it is a phone, such as {@code PJSIP/8305}, and nothing
   * that leads to other devices, such as a hint or a {@code Local} channel.
   *
   * @param device any device
   * @return false for a hint, and for a name with {@code @}
   */
  public static boolean isDesk(Device device) {
    return !device.isHint()
        && device.name().indexOf('@') < 0
        && !device.name().regionMatches(true, 0, "Local/", 0, "Local/".length());
  }

  /** Those for which something holds; of several at one phone the one with the lowest number. */
  Desks where(BiPredicate<DirectoryNumber, Device> allowed) {
    Set<Device> taken = new HashSet<>();
    Map<DirectoryNumber, Device> left = new TreeMap<>(phones);
    left.entrySet()
        .removeIf(
            each -> !allowed.test(each.getKey(), each.getValue()) || !taken.add(each.getValue()));
    return left.size() == phones.size() ? this : new Desks(left);
  }
}
