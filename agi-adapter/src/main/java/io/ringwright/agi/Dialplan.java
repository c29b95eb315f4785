package io.ringwright.agi;

import static java.util.Objects.requireNonNull;

import io.ringwright.call.ContextName;
import io.ringwright.dialplan.AgentCodes;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.ContractVersion;
import io.ringwright.dialplan.InstalledDialplan;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The part of Asterisk's dialplan that belongs to Ringwright, as text for a file that {@code
 * extensions.conf} includes.
 *
 * <p>As a program it prints itself; arguments change it, such as {@code wait=my-wait}, {@code
 * agi=10.0.0.5:4573}, {@code second=10.0.0.6:4573}, {@code music=jazz}, {@code
 * sounds=/var/lib/asterisk/sounds}, {@code alive=20}, {@code patience=30}, {@code keys=1#}. With
 * {@code file=agents} it prints the part for the phones of agents, in which {@code log=*45}, {@code
 * pause=*46}, {@code status=*47} and {@code desk=*48} are the feature codes:
 *
 * <pre>{@code java -cp ... io.ringwright.agi.Dialplan > /etc/asterisk/ringwright.conf}</pre>
 *
 * <p>One value serves everywhere: what Asterisk has is rendered from it, and the builders of both
 * adapters take it.
 *
 * <p>Thread safety: immutable.
 */
public final class Dialplan implements InstalledDialplan {

  /** So long Asterisk waits for an engine that took the question and says nothing. */
  static final Duration SILENCE = Duration.ofSeconds(3);

  /** So long an agent who has dialled a code waits for an engine. */
  private static final Duration AGENT_PATIENCE = Duration.ofSeconds(5);

  /** So long an agent may take for number and PIN, all tries together. */
  private static final Duration IDENTIFY_TIME = Duration.ofMinutes(2);

  private final Contexts contexts;
  private final String agi;
  private final String music;
  private final String sounds;
  private final Duration keepAlive;
  private final Optional<String> second;
  private final Duration patience;
  private final String keys;
  private final Optional<AgiSecret> secret;
  private final AgentCodes agentCodes;
  private final AgentSounds agentSounds;

  private Dialplan(Builder from) {
    contexts = from.contexts;
    agi = from.agi;
    music = from.music;
    sounds = from.sounds;
    keepAlive = from.keepAlive;
    second = from.second;
    patience = from.patience;
    keys = from.keys;
    secret = from.secret;
    agentCodes = from.agentCodes;
    agentSounds = from.agentSounds;
  }

  /**
   * The dialplan with nothing changed.
   *
   * @return the dialplan that asks the engine at {@code agi://127.0.0.1:4573}
   */
  public static Dialplan standard() {
    return builder().build();
  }

  /**
   * Begins a dialplan.
   *
   * @return a builder with a default for everything
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * The name of a context.
   *
   * @param part which one
   * @return its name in this dialplan
   */
  public ContextName context(Part part) {
    return contexts.name(part);
  }

  @Override
  public Contexts contexts() {
    return contexts;
  }

  @Override
  public AgentCodes agentCodes() {
    return agentCodes;
  }

  /** What agents hear. */
  AgentSounds agentSounds() {
    return agentSounds;
  }

  /** How often a waiting caller gives a sign of life. */
  Duration keepAlive() {
    return keepAlive;
  }

  /**
   * The text of the file.
   *
   * @return lines ended by LF; a replaceable context that has another name than the default is
   *     taken for yours and left out
   */
  public String render() {
    return new DialplanText(contexts, values()).render();
  }

  /**
   * The text of a second file, with the feature codes and the lamps of agents. {@code
   * extensions.conf} includes it behind the first one, and the context in which agents' phones dial
   * includes its context {@link Part#AGENTS}.
   *
   * @return lines ended by LF
   */
  public String renderAgents() {
    return new DialplanText(contexts, agentValues()).renderAgents();
  }

  private Map<String, String> agentValues() {
    return Map.of(
        "LOG", agentCodes.log(),
        "LOGLENGTH", String.valueOf(agentCodes.log().length()),
        "PAUSE", agentCodes.pause(),
        "PAUSELENGTH", String.valueOf(agentCodes.pause().length()),
        "STATUS", agentCodes.status(),
        "DESK", agentCodes.desk(),
        "FAILED", agentSounds.playing(AgentSounds.Part.FAILED),
        "REFUSED", agentSounds.playing(AgentSounds.Part.REFUSED),
        "AGENTPATIENCE", String.valueOf(AGENT_PATIENCE.toSeconds()),
        "IDENTIFYTIME", String.valueOf(IDENTIFY_TIME.toSeconds()));
  }

  private Map<String, String> values() {
    return Map.ofEntries(
        Map.entry("AGI", withSecret(agi)),
        Map.entry("LASTAGI", withSecret(second.orElse(agi))),
        Map.entry("MUSIC", music),
        Map.entry("SOUNDS", sounds),
        Map.entry("CONTRACT", String.valueOf(ContractVersion.CURRENT)),
        Map.entry("ALIVE", String.valueOf(keepAlive.toSeconds())),
        Map.entry("KEYS", keys),
        Map.entry("HEARD", keys.isEmpty() ? "" : "d"),
        Map.entry("REPLY", "10"),
        Map.entry("ENTRYPAUSE", "5"),
        Map.entry("ENTRY", "50"),
        Map.entry("PATIENCE", String.valueOf(patience.toSeconds())),
        Map.entry("SILENCE", String.valueOf(SILENCE.toSeconds())));
  }

  private String withSecret(String address) {
    return secret.map(known -> address + "/" + known.text()).orElse(address);
  }

  /**
   * Prints a dialplan to standard output.
   *
   * @param changes what shall differ from the default, each as {@code name=value}; names are {@code
   *     agi}, {@code second}, {@code music}, {@code sounds}, {@code alive}, {@code patience},
   *     {@code keys}, {@code secret-file} (the first line of a file), {@code log}, {@code pause},
   *     {@code status}, {@code desk}, {@code file} (callers or agents), and the {@linkplain Part
   *     parts} in lower case
   * @throws IllegalArgumentException if a name is unknown or a value not valid
   */
  public static void main(String... changes) {
    System.out.print(DialplanArguments.text(changes));
  }

  /**
   * Makes a dialplan.
   *
   * <p>Thread safety: for one thread.
   */
  public static final class Builder {

    private Contexts contexts = Contexts.standard();
    private String agi = "agi://127.0.0.1:4573";
    private String music = "default";
    private String sounds = "/usr/share/asterisk/sounds";
    private Duration keepAlive = Duration.ofSeconds(30);
    private Optional<String> second = Optional.empty();
    private Duration patience = Duration.ofSeconds(20);
    private String keys = "";
    private Optional<AgiSecret> secret = Optional.empty();
    private AgentCodes agentCodes = AgentCodes.STANDARD;
    private AgentSounds agentSounds = AgentSounds.standard();

    private Builder() {}

    /**
     * Names a context.
     *
     * @param part which one
     * @param name its name; for a replaceable part, the name of a context of yours
     * @return this
     */
    public Builder context(Part part, ContextName name) {
      requireNonNull(part, "part of the dialplan is null: expected one of Contexts.Part");
      requireNonNull(name, "context is null: expected a name");
      contexts = contexts.with(part, name);
      return this;
    }

    /**
     * Where the engine listens, as seen from Asterisk. {@code 127.0.0.1:4573} by default.
     *
     * @param host a name, an IPv4 address, or an IPv6 address in brackets
     * @param port a TCP port
     * @return this
     * @throws IllegalArgumentException if it is no host, or the port is not 1 to 65535
     */
    public Builder agi(String host, int port) {
      agi = address(host, port);
      return this;
    }

    /**
     * Where a second engine listens that is asked whenever the first gives no answer. None by
     * default.
     *
     * @param host a name, an IPv4 address, or an IPv6 address in brackets
     * @param port a TCP port
     * @return this
     * @throws IllegalArgumentException if it is no host, or the port is not 1 to 65535
     */
    public Builder secondAgi(String host, int port) {
      second = Optional.of(address(host, port));
      return this;
    }

    /**
     * What the AGI server expects before the names of scripts: {@link FastAgiServerBuilder#secret}.
     * None by default. The file that holds it should be readable by Asterisk only.
     *
     * @param text 16 to 64 letters, digits, {@code _} and {@code -}
     * @return this
     * @throws IllegalArgumentException if it is anything else
     */
    public Builder secret(String text) {
      requireNonNull(text, "secret is null: expected a value, or no call for none");
      secret = Optional.of(AgiSecret.of(text));
      return this;
    }

    private static String address(String host, int port) {
      requireNonNull(host, "agi host is null: expected a name or an address");
      require(host.matches("[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}]"), "host", host, "a name");
      require(port >= 1 && port <= 65535, "port", String.valueOf(port), "1 to 65535");
      return "agi://" + host + ":" + port;
    }

    /**
     * What callers hear while they wait. {@code default} by default.
     *
     * @param musicClass a class in musiconhold.conf
     * @return this
     * @throws IllegalArgumentException if it is not 1 to 79 letters, digits, {@code _} and {@code
     *     -}
     */
    public Builder music(String musicClass) {
      requireNonNull(musicClass, "music is null: expected a value, or no call for the default");
      require(musicClass.matches("[A-Za-z0-9_-]{1,79}"), "music class", musicClass, "a name");
      music = musicClass;
      return this;
    }

    /**
     * Where Asterisk keeps its sounds, with a directory for each language. {@code
     * /usr/share/asterisk/sounds} by default; many installations have {@code
     * /var/lib/asterisk/sounds}. A word of an announcement that is not there in the language of a
     * caller is left out, and written to Asterisk's log once. Where there is no such directory
     * nothing is looked for: Asterisk then says the word in English.
     *
     * @param directory its path on the machine of Asterisk
     * @return this
     * @throws IllegalArgumentException if it is not a path of 2 to 150 letters, digits and {@code _
     *     . / -} that begins with a slash
     */
    public Builder sounds(String directory) {
      requireNonNull(directory, "sounds are null: expected a value, or no call for the default");
      boolean fits = directory.matches("/[A-Za-z0-9_./-]{1,149}") && !directory.contains("..");
      require(fits, "directory of sounds", directory, "a path such as /var/lib/asterisk/sounds");
      sounds = directory;
      return this;
    }

    /**
     * How often a waiting caller gives a sign of life. 30 s by default.
     *
     * @param interval whole seconds, 1 s to 1 h
     * @return this
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public Builder keepAliveEvery(Duration interval) {
      requireNonNull(
          interval, "keepAliveEvery is null: expected a value, or no call for the default");
      boolean fits = interval.toSeconds() >= 1 && interval.toSeconds() <= 3600;
      require(fits, "keep-alive interval", interval.toString(), "1 s to 1 h");
      keepAlive = interval;
      return this;
    }

    /**
     * For how long a question is asked again and again while no engine answers, before the call
     * takes the fallback. The caller hears ringing or music meanwhile. 20 s by default; a start of
     * the application should take less.
     *
     * @param time whole seconds, 1 s to 10 min
     * @return this
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public Builder patience(Duration time) {
      requireNonNull(time, "patience is null: expected a value, or no call for the default");
      boolean fits = time.toSeconds() >= 1 && time.toSeconds() <= 600;
      require(fits, "patience", time.toString(), "1 s to 10 min");
      patience = time;
      return this;
    }

    /**
     * Which keys count while phones ring. None by default: a key then means nothing before the ring
     * is over. A key ends the ring, and the engine says what follows; one without a setting in the
     * phone list has the same phones ring on, after a moment. Only callers whose call is answered,
     * as those are who have waited, can be heard.
     *
     * @param digits each of {@code 0} to {@code 9}, {@code *} and {@code #} once; empty for none
     * @return this
     * @throws IllegalArgumentException if there is anything else in it
     */
    public Builder keysWhileRinging(String digits) {
      requireNonNull(digits, "keys are null: expected a value, or no call for none");
      boolean once = digits.chars().distinct().count() == digits.length();
      require(once && digits.matches("[0-9*#]*"), "keys", digits, "0 to 9, * and #, each once");
      keys = digits;
      return this;
    }

    /**
     * The feature codes of agents. {@link AgentCodes#STANDARD} by default.
     *
     * @param codes what agents dial
     * @return this
     */
    public Builder agentCodes(AgentCodes codes) {
      agentCodes = requireNonNull(codes, "agent codes are null: expected a value, or no call");
      return this;
    }

    /**
     * What agents hear who dial a feature code. {@link AgentSounds#standard()} by default.
     *
     * @param sounds the sounds
     * @return this
     */
    public Builder agentSounds(AgentSounds sounds) {
      agentSounds = requireNonNull(sounds, "agent sounds are null: expected a value, or no call");
      return this;
    }

    /**
     * Makes the dialplan.
     *
     * @return the dialplan
     */
    public Dialplan build() {
      return new Dialplan(this);
    }

    static void require(boolean valid, String what, String value, String expected) {
      if (!valid) {
        throw new IllegalArgumentException(
            what + " '" + value + "' is not valid: expected " + expected);
      }
    }
  }
}
