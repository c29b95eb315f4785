package io.ringwright.event;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.text.PhoneListText;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The phone lists to which entries refer by their hash.
 *
 * <p>Thread safety: immutable, if what it stands on is.
 */
@FunctionalInterface
public interface PhoneLists {

  /** No list is known: an entry that installs one is refused. */
  PhoneLists NONE = of(List.of());

  /**
   * The list with a hash.
   *
   * @param sha256 64 hexadecimal digits
   * @return the list
   * @throws EventFormatException if there is none
   */
  PhoneList withHash(String sha256);

  /**
   * Lists that are at hand.
   *
   * @param lists the lists
   * @return a look-up among them
   */
  static PhoneLists of(List<PhoneList> lists) {
    Map<String, PhoneList> byHash = new HashMap<>();
    lists.forEach(list -> byHash.put(hash(list), list));
    return sha256 -> {
      PhoneList found = byHash.get(sha256);
      if (found == null) {
        throw new EventFormatException(
            "the phone list with sha256 "
                + sha256
                + " is not among the "
                + byHash.size()
                + " that were given.\nGive the list that was in force then; one that was changed"
                + " since has another hash");
      }
      return found;
    };
  }

  /**
   * The hash of a list.
   *
   * @param phones the list
   * @return 64 hexadecimal digits, lower case
   */
  static String hash(PhoneList phones) {
    return PhoneListText.of(phones).sha256();
  }
}
