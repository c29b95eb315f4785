package io.ringwright.ami;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.ContractVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the contexts of an Asterisk say of its dialplan.
 *
 * <p>Thread safety: for one thread.
 */
final class DialplanFindings {

  /** Where the engine itself must find callers, or callers enter. */
  static final List<Part> NEEDED = List.of(Part.ROUTE, Part.WAIT, Part.DELIVER);

  private static final String MAKE_ANEW =
      "Make ringwright.conf anew (java -cp ... io.ringwright.agi.Dialplan), include it in"
          + " extensions.conf, and say 'dialplan reload'";
  private static final String SAME_VALUE =
      "Give the Dialplan value from which ringwright.conf was made to both FastAgiServerBuilder"
          + " and AmiConnectionBuilder, or make ringwright.conf anew and say 'dialplan reload'";

  private final Contexts names;
  private final Map<ContextName, SeenContext> seen;
  private final Findings findings;

  /**
   * A look at a dialplan.
   *
   * @param names what the engine calls its contexts
   * @param seen what Asterisk says of those and of {@link #targets}
   * @param findings what is found goes here
   */
  DialplanFindings(Contexts names, Map<ContextName, SeenContext> seen, Findings findings) {
    this.names = names;
    this.seen = seen;
    this.findings = findings;
  }

  /** Where else the route context sends callers, and what it includes: to be looked at too. */
  static List<ContextName> targets(SeenContext route) {
    Stream<ContextName> targets =
        Stream.of("wait", "reject", "fallback", "divert")
            .flatMap(extension -> route.target(extension).stream())
            .flatMap(name -> ContextName.parse(name).stream());
    return Stream.concat(targets, route.includes().stream()).toList();
  }

  void inspect() {
    if (NEEDED.stream().allMatch(part -> context(part).isAbsent())) {
      findings.add(
          Kind.DIALPLAN_ABSENT,
          "dialplan",
          "none of the contexts " + NEEDED.stream().map(names::name).toList() + " is there",
          MAKE_ANEW);
      return;
    }
    NEEDED.forEach(this::presence);
    if (context(Part.ROUTE).isThere()) {
      contract(context(Part.ROUTE));
      target(Part.WAIT, "wait");
      target(Part.FALLBACK, "fallback");
      targets(context(Part.ROUTE)).forEach(this::leadsSomewhere);
    }
  }

  private SeenContext context(Part part) {
    return of(names.name(part));
  }

  private SeenContext of(ContextName name) {
    return seen.getOrDefault(
        name, new SeenContext(SeenContext.Presence.UNKNOWN, List.of(), "it was not asked for"));
  }

  private void presence(Part part) {
    SeenContext context = context(part);
    if (context.isUnknown()) {
      findings.add(
          Kind.NOT_LOOKED_AT,
          "dialplan",
          "its contexts could not be looked at: " + context.why(),
          "Give the AMI user 'reporting' in 'write' in manager.conf, and reload it");
    } else if (context.isAbsent()) {
      boolean landing = part == Part.DELIVER;
      findings.add(
          landing ? Kind.LANDING_PLACE_MISSING : Kind.CONTEXT_MISSING,
          subject(names.name(part)),
          landing
              ? "it is not there, so no waiting caller is moved to a phone before the next sign of"
                  + " life"
              : "it is not there, or has another name than the engine's",
          SAME_VALUE);
    }
  }

  private void contract(SeenContext route) {
    String version = route.contract().orElse("none");
    if (!version.equals(String.valueOf(ContractVersion.CURRENT))) {
      findings.add(
          Kind.DIALPLAN_VERSION,
          subject(names.name(Part.ROUTE)),
          "its contract is "
              + version
              + ", and the engine's is "
              + ContractVersion.CURRENT
              + ": they do not understand each other",
          MAKE_ANEW);
    }
  }

  /** Asterisk's name of a context by which the engine tells where a caller is. */
  private void target(Part part, String extension) {
    Optional<String> theirs = context(Part.ROUTE).target(extension);
    String ours = names.name(part).name();
    if (theirs.isPresent() && !theirs.get().equals(ours)) {
      findings.add(
          Kind.CONTEXTS_DIFFER,
          "context for '" + extension + "'",
          "the dialplan sends callers to " + theirs.get() + ", and the engine knows " + ours,
          SAME_VALUE);
    }
  }

  private void leadsSomewhere(ContextName target) {
    if (of(target).isAbsent() && !NEEDED.stream().map(names::name).toList().contains(target)) {
      findings.add(
          Kind.LEADS_NOWHERE,
          subject(target),
          "the dialplan sends callers there, and it is not there: they are hung up",
          "Write this context into extensions.conf and say 'dialplan reload', or make"
              + " ringwright.conf anew with the name of yours");
    }
  }

  private static String subject(ContextName name) {
    return "context " + name.name();
  }
}
