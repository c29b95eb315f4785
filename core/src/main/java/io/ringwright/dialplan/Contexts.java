package io.ringwright.dialplan;

import io.ringwright.call.ContextName;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the contexts of the dialplan are called. Each has a name by default; a host may choose
 * another, and gives the same names to every adapter, best in one {@link InstalledDialplan}.
 *
 * <p>Thread safety: immutable.
 *
 * @param names the name of every part
 */
public record Contexts(Map<Part, ContextName> names) implements InstalledDialplan {

  /** The contexts, each with the name it has by default. */
  public enum Part {
    /** Where calls enter, and phones ring: {@code ringwright-route}. */
    ROUTE("ringwright-route"),
    /** Where callers wait, and where AMI moves them: {@code ringwright-wait}. */
    WAIT("ringwright-wait"),
    /** Where moved callers land: {@code ringwright-deliver}. */
    DELIVER("ringwright-deliver"),
    /** Where keys lead that callers press while phones ring: {@code ringwright-ringing}. */
    RINGING("ringwright-ringing"),
    /** Where agents at numbers outside are asked for a key: {@code ringwright-agent}. */
    AGENT("ringwright-agent"),
    /**
     * What comes between the answer of a phone and the talk, where a hunt group says so: {@code
     * ringwright-answered}.
     */
    ANSWERED("ringwright-answered"),
    /** What agents dial at their phones, and their lamps: {@code ringwright-agents}. */
    AGENTS("ringwright-agents"),
    /** Where callers go who cannot be served: {@code ringwright-reject}. Yours to replace. */
    REJECT("ringwright-reject"),
    /** Where calls go while no engine answers: {@code ringwright-fallback}. Yours to replace. */
    FALLBACK("ringwright-fallback"),
    /**
     * Where calls go that leave the house, with the number as the dialplan extension: {@code
     * ringwright-outbound}. Yours to replace.
     */
    OUTBOUND("ringwright-outbound");

    private final ContextName standard;

    Part(String standard) {
      this.standard = ContextName.of(standard);
    }

    /**
     * The name by default.
     *
     * @return such as {@code ringwright-wait}
     */
    public ContextName standard() {
      return standard;
    }

    /**
     * Whether a host may have a context of its own in place of the one that is generated.
     *
     * @return true for those where a call leaves the engine's hands
     */
    public boolean isReplaceable() {
      return compareTo(REJECT) >= 0;
    }
  }

  private static final Contexts STANDARD = new Contexts(Map.of());

  /** Gives the parts that are not named their names by default. */
  public Contexts {
    Map<Part, ContextName> all = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      all.put(part, names.getOrDefault(part, part.standard));
    }
    names = Map.copyOf(all);
  }

  /**
   * The names by default.
   *
   * @return all of them
   */
  public static Contexts standard() {
    return STANDARD;
  }

  @Override
  public Contexts contexts() {
    return this;
  }

  /**
   * The name of a part.
   *
   * @param part which one
   * @return its name
   */
  public ContextName name(Part part) {
    return names.getOrDefault(part, part.standard);
  }

  /**
   * The same, but for one name.
   *
   * @param part which one
   * @param name its name
   * @return a changed copy
   */
  public Contexts with(Part part, ContextName name) {
    Map<Part, ContextName> changed = new EnumMap<>(names);
    changed.put(part, name);
    return new Contexts(changed);
  }
}
