package io.ringwright.directory.text;

import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.directory.Strategy;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A phone list as text, with a hash over it. Equal lists have the same text and the same hash, on
 * every machine; lists that differ in any setting have different ones.
 *
 * <p>The text has one line for each extension, hunt group and schedule, and an indented line for
 * each of their members, forwardings, skills and keys. The first line names the version of the
 * form. A strategy of the host stands there by its name, a host predicate by its name alone, so
 * what they do is not part of the hash.
 *
 * <p>Thread safety: immutable.
 */
public final class PhoneListText {

  private static final String REMEDY =
      "The text was changed after it was written, or belongs to another hash: restore it from a"
          + " backup, or install the phone list anew.";

  private final String text;
  private final String sha256;

  private PhoneListText(String text) {
    this.text = text;
    this.sha256 = hash(text);
  }

  /**
   * The text of a phone list.
   *
   * @param phones any list
   * @return its text
   */
  public static PhoneListText of(PhoneList phones) {
    return new PhoneListText(PhoneListWriter.text(phones));
  }

  /**
   * Text that was kept, with the hash that was kept beside it.
   *
   * @param text what {@link #text} gave
   * @param sha256 what {@link #sha256} gave
   * @return the same text, not read yet
   * @throws PhoneListTextException if the hash is not that of the text
   */
  public static PhoneListText kept(String text, String sha256) {
    PhoneListText kept = new PhoneListText(text);
    if (!kept.sha256.equals(sha256)) {
      String problem = "its hash is " + kept.sha256 + ": expected " + sha256;
      throw new PhoneListTextException(0, problem, REMEDY);
    }
    return kept;
  }

  /**
   * Reads the list. An equal list comes back; its host predicates have no code, only their names.
   *
   * @param strategies the host's own strategies, by name
   * @return the list
   * @throws PhoneListTextException if the text is not one that this version writes, or names a
   *     strategy that is not given
   */
  public PhoneList read(Map<String, Strategy> strategies) {
    return PhoneListReader.read(text, strategies);
  }

  /**
   * The strategies of a list that are not {@link StandardStrategy}, as {@link #read} asks for them.
   *
   * @param phones any list
   * @return by name
   */
  public static Map<String, Strategy> ownStrategies(PhoneList phones) {
    Map<String, Strategy> own = new TreeMap<>();
    for (HuntGroup group : phones.huntGroups()) {
      Strategy strategy = group.hunting().strategy();
      if (!(strategy instanceof StandardStrategy)) {
        own.put(strategy.words(), strategy);
      }
    }
    return own;
  }

  /**
   * The text.
   *
   * @return lines that end with a line feed
   */
  public String text() {
    return text;
  }

  /**
   * The hash: SHA-256 over the text in UTF-8.
   *
   * @return 64 hexadecimal digits, lower case
   */
  public String sha256() {
    return sha256;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PhoneListText written && text.equals(written.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return "phone list text, " + text.length() + " characters, sha256 " + sha256;
  }

  static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
