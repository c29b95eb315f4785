package io.ringwright.dialplan;

import io.ringwright.call.ContextName;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts.Part;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an AGI server of Ringwright says of itself to whoever asks for the script {@value #SCRIPT}:
 * for which PBX it answers, and by which contract. It is told in a {@code VERBOSE} command, which
 * changes nothing if an Asterisk asks.
 *
 * <p>Thread safety: immutable.
 *
 * @param pbx the PBX whose calls it takes
 * @param contract its {@linkplain ContractVersion version of the contract}
 * @param contexts the names that it was given
 */
public record AgiIdentity(PbxId pbx, int contract, Contexts contexts) {

  /** The script that asks for it. The dialplan never does. */
  public static final String SCRIPT = "check";

  private static final Pattern SHAPE =
      Pattern.compile("ringwright ([0-9]{1,6}) (\\S+)((?: \\S+)*)");

  /**
   * The identity of a server of this library.
   *
   * @param pbx the PBX whose calls it takes
   * @param contexts the names that it was given
   * @return the identity, with the current contract
   */
  public static AgiIdentity of(PbxId pbx, Contexts contexts) {
    return new AgiIdentity(pbx, ContractVersion.CURRENT, contexts);
  }

  /**
   * The identity as text.
   *
   * @return one line without quotation marks, such as {@code ringwright 3 pbx1 ROUTE=my-route …}
   */
  public String text() {
    StringBuilder text = new StringBuilder("ringwright " + contract + " " + pbx.name());
    for (Part part : Part.values()) {
      text.append(' ').append(part).append('=').append(contexts.name(part).name());
    }
    return text.toString();
  }

  /**
   * Reads the text.
   *
   * @param text anything
   * @return what it says; empty if it is not such a text
   */
  public static Optional<AgiIdentity> parse(String text) {
    Matcher shape = SHAPE.matcher(text);
    if (!shape.matches()) {
      return Optional.empty();
    }
    Map<Part, ContextName> names = new EnumMap<>(Part.class);
    for (String each : shape.group(3).strip().split(" ", -1)) {
      for (Part part : Part.values()) {
        if (each.startsWith(part + "=")) {
          ContextName.parse(each.substring(part.name().length() + 1))
              .ifPresent(name -> names.put(part, name));
        }
      }
    }
    try {
      int contract = Integer.parseInt(shape.group(1));
      return Optional.of(new AgiIdentity(PbxId.of(shape.group(2)), contract, new Contexts(names)));
    } catch (IllegalArgumentException noPbx) {
      return Optional.empty();
    }
  }
}
