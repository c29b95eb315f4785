package io.ringwright.ami;

import static java.util.Objects.requireNonNull;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.ringwright.SwitchEvents;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts;
import io.ringwright.dialplan.InstalledDialplan;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Makes an {@link AmiConnection}. The PBX and the login are needed; the rest has a default.
 *
 * <p>The AMI user needs {@code read = system,call,reporting} and {@code write = call,reporting} in
 * manager.conf, and should have no more: {@code originate}, {@code system}, {@code command} and
 * {@code config} can run programs on the machine of the PBX; the check of the installation says so.
 * To {@linkplain #callBackBy call people back} it needs {@code originate} as well.
 *
 * <p>Thread safety: for one thread.
 */
public final class AmiConnectionBuilder {

  private static final Pattern DIAL_OPTIONS = Pattern.compile("[A-Za-z0-9()^:._-]{0,80}");
  private static final int LARGEST_PORT = 65_535;

  /** A single event may have some 20 kB. */
  private static final long LEAST_EVENT_BYTES = 65_536;

  private final SwitchEvents engine;
  private final AmiTelephony telephony;
  private @Nullable PbxId pbx;
  private String host = "127.0.0.1";
  private int port = 5038;
  private String user = "";
  private String secret = "";
  private @Nullable SSLContext tls;
  private Contexts contexts = Contexts.standard();
  private LinkSettings.Agents agents = LinkSettings.Agents.NONE;
  private String dialOptions = "";
  private String calledBackBy = "";
  private Duration callBackRingTime = CallingBack.USUAL_RING_TIME;
  private Duration replyLimit = Duration.ofSeconds(2);
  private Duration pingEvery = Duration.ofSeconds(20);
  private Duration reconcileEvery = Duration.ofSeconds(60);
  private Duration shortestWait = LinkSettings.BackOff.USUAL.shortest();
  private Duration longestWait = LinkSettings.BackOff.USUAL.longest();
  private long mostEventBytes = 16L << 20;
  private LinkSettings.Sources sources;
  private LinkTellings.Hearers hearers = LinkTellings.Hearers.NONE;

  AmiConnectionBuilder(SwitchEvents engine, AmiTelephony telephony) {
    this.engine = requireNonNull(engine, "engine is null: expected a CallRouter");
    this.sources =
        new LinkSettings.Sources(engine::engineTime, systemClock(), RandomGenerator.getDefault());
    this.telephony = requireNonNull(telephony, "telephony is null: expected a Telephony");
  }

  /**
   * Which Asterisk this is.
   *
   * @param name the name that channels of this Asterisk carry; the AGI adapter must use the same
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder pbx(PbxId name) {
    requireNonNull(name, "pbx is null: expected a PbxId");
    pbx = name;
    return this;
  }

  /**
   * Where Asterisk listens. By default 127.0.0.1, port 5038.
   *
   * @param name host name or address
   * @param number TCP port, 1 to 65535
   * @return this
   * @throws IllegalArgumentException if the name is empty or the port out of range
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder address(String name, int number) {
    requireNonNull(name, "address is null: expected a value, or no call for the default");
    if (name.isBlank() || number < 1 || number > LARGEST_PORT) {
      throw new IllegalArgumentException(
          "AMI address '"
              + name
              + "' port "
              + number
              + " is not valid: expected a host name and 1 to 65535");
    }
    host = name;
    port = number;
    return this;
  }

  /**
   * Who logs in. The password is proved, not sent.
   *
   * @param name the AMI user
   * @param password its secret
   * @return this
   * @throws IllegalArgumentException if the name is empty or holds control characters
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder login(String name, String password) {
    requireNonNull(name, "login name is null: expected a user of manager.conf");
    requireNonNull(password, "login password is null: expected its secret");
    if (name.isBlank()) {
      throw new IllegalArgumentException(
          "AMI user '' is not valid: expected a name of manager.conf");
    }
    user = new AmiValue(name).text();
    secret = password;
    return this;
  }

  /**
   * Encrypts the link. The certificate of Asterisk must be trusted and carry the host name of
   * {@link #address}. By default the link is not encrypted.
   *
   * @param trust whom to trust
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder tls(SSLContext trust) {
    requireNonNull(trust, "tls is null: expected a value, or no call for the default");
    tls = trust;
    return this;
  }

  /**
   * The dialplan that this Asterisk has, for the names of its contexts. {@link Contexts#standard()}
   * by default.
   *
   * @param chosen the same value that the AGI adapter is given
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder dialplan(InstalledDialplan chosen) {
    requireNonNull(chosen, "dialplan is null: expected a value, or no call for the default");
    contexts = chosen.contexts();
    agents = new LinkSettings.Agents(chosen.agentCodes(), agents.lamps());
    return this;
  }

  /**
   * Has lamps written that phones show: for each extension, and each of its hunt groups, whether it
   * is logged in, and whether it is paused. The hints are in {@code ringwright-agents.conf}. Off by
   * default.
   *
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder lamps() {
    agents = new LinkSettings.Agents(agents.codes(), true);
    return this;
  }

  /**
   * The options of Dial for callers who are delivered. None by default.
   *
   * @param options as Asterisk's Dial takes them: at most 80 letters, digits and {@code ()^:._-}
   * @return this
   * @throws IllegalArgumentException if another character is among them
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder dialOptions(String options) {
    requireNonNull(options, "dialOptions is null: expected a value, or no call for the default");
    if (!DIAL_OPTIONS.matcher(options).matches()) {
      throw new IllegalArgumentException(
          "dial options '"
              + new AmiValue(options).text()
              + "' are not valid: expected at most 80 letters, digits and ()^:._-");
    }
    dialOptions = options;
    return this;
  }

  /**
   * How people are called back who hung up while waiting and kept their place. By default nobody is
   * called back. The AMI user needs {@code originate} in {@code write} for it.
   *
   * <p>{@code Local/<number>@ringwright-outbound/n} leaves it to the dialplan's way out which trunk
   * takes the call and which number it shows; {@code PJSIP/<number>@trunk} goes to a trunk at once.
   *
   * @param dialled the channel to call, with the word {@code <number>} where the number belongs; a
   *     Local channel ends in {@code /n}
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder callBackBy(String dialled) {
    requireNonNull(dialled, "callBackBy is null: expected a value, or no call for the default");
    calledBackBy = dialled;
    return this;
  }

  /**
   * For how long somebody's phone rings who is called back. 25 s by default: the phone in the house
   * is reserved meanwhile.
   *
   * @param longest 1 s to 5 min
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder callBackRingTime(Duration longest) {
    requireNonNull(
        longest, "callBackRingTime is null: expected a value, or no call for the default");
    callBackRingTime = longest;
    return this;
  }

  /**
   * How long Asterisk may take to answer an action; for a list, five times as long. 2 s by default.
   *
   * @param longest above zero
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder replyLimit(Duration longest) {
    requireNonNull(longest, "replyLimit is null: expected a value, or no call for the default");
    replyLimit = positive("reply limit", longest);
    return this;
  }

  /**
   * How often Asterisk is asked for a sign of life. After two without an answer the link counts as
   * lost. 20 s by default.
   *
   * @param interval above zero
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder pingEvery(Duration interval) {
    requireNonNull(interval, "pingEvery is null: expected a value, or no call for the default");
    pingEvery = positive("ping interval", interval);
    return this;
  }

  /**
   * How often the router gets a whole snapshot, in case an event was lost. 60 s by default.
   *
   * @param interval above zero
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder reconcileEvery(Duration interval) {
    requireNonNull(
        interval, "reconcileEvery is null: expected a value, or no call for the default");
    reconcileEvery = positive("reconcile interval", interval);
    return this;
  }

  /**
   * How long to wait between attempts to connect: the first time the shortest wait, then longer and
   * longer. 0.5 to 2 s by default: callers wait for the link.
   *
   * @param shortest above zero
   * @param longest not below the shortest
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder retryBetween(Duration shortest, Duration longest) {
    requireNonNull(
        shortest,
        "shortest wait of retryBetween is null: expected a value, or no call for the default");
    requireNonNull(
        longest,
        "longest wait of retryBetween is null: expected a value, or no call for the default");
    shortestWait = positive("shortest wait", shortest);
    longestWait = longest;
    return this;
  }

  /**
   * How many bytes of memory may be taken by events that wait to be worked on. 16 MiB by default,
   * some 20 000 events; as much again while a snapshot is being taken. Above three quarters of it
   * only the newest state of each device is kept, above all of it nothing; what was dropped or
   * replaced is counted, and a snapshot follows.
   *
   * @param most 64 KiB (65 536) or more
   * @return this
   * @throws IllegalArgumentException if it is less
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder mostEventBytes(long most) {
    if (most < LEAST_EVENT_BYTES) {
      throw new IllegalArgumentException(
          "most event bytes " + most + " is not valid: expected " + LEAST_EVENT_BYTES + " or more");
    }
    mostEventBytes = most;
    return this;
  }

  /**
   * Where time comes from, for pings, snapshots, limits and attempts to connect. The {@linkplain
   * SwitchEvents#engineTime engine's time} by default, which no step of the wall clock changes.
   *
   * @param chosen another clock, for tests
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder clock(InstantSource chosen) {
    requireNonNull(chosen, "clock is null: expected a value, or no call for the default");
    sources = sources.at(chosen);
    return this;
  }

  /**
   * Where chance comes from, which spreads attempts to connect.
   *
   * @param chosen the source; used by one thread
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder chance(RandomGenerator chosen) {
    requireNonNull(chosen, "chance is null: expected a value, or no call for the default");
    sources = sources.by(chosen);
    return this;
  }

  /**
   * What is told of each change of the state. Called where {@link #listenersOn} says; no link waits
   * for it, and what it throws is written to the log.
   *
   * @param chosen the listener
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder onStateChange(Consumer<LinkState> chosen) {
    requireNonNull(chosen, "onStateChange is null: expected a value, or no call for the default");
    hearers = hearers.states(chosen);
    return this;
  }

  /**
   * What is told what the checks of the installation find, whenever that has changed. Called where
   * {@link #listenersOn} says; {@link AmiConnection#findings} says the same when asked. Each
   * finding is written to the log as well.
   *
   * @param chosen the listener
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder onFindings(Consumer<List<InstallationFinding>> chosen) {
    requireNonNull(chosen, "onFindings is null: expected a value, or no call for the default");
    hearers = hearers.findings(chosen);
    return this;
  }

  /**
   * On which threads the listeners of states and findings are told, one telling at a time and in
   * order. By default on a thread of their own, a daemon that is started with the first telling and
   * ends when there was none for 10 s. At most 1000 tellings wait; {@link
   * AmiConnection#tellingsBehind} and {@link AmiConnection#droppedTellings} count them.
   *
   * @param chosen the executor; if it takes no more work, the default takes its place. One that
   *     runs its work on the thread that brings it lets the link wait for the listeners
   * @return this
   */
  @CanIgnoreReturnValue
  public AmiConnectionBuilder listenersOn(Executor chosen) {
    requireNonNull(chosen, "listenersOn is null: expected a value, or no call for the default");
    hearers = hearers.on(chosen);
    return this;
  }

  /** The clock of this machine. */
  static InstantSource systemClock() {
    return InstantSource.system();
  }

  /**
   * Makes the connection, without starting it.
   *
   * @return the connection
   * @throws IllegalStateException if the PBX or the login is missing
   * @throws IllegalArgumentException if the waits between attempts do not fit together, or what is
   *     dialled to call somebody back is not valid
   */
  public AmiConnection build() {
    return build(LinkWork.Parts.USUAL);
  }

  /** The same of other parts. */
  AmiConnection build(LinkWork.Parts parts) {
    if (pbx == null || user.isEmpty()) {
      throw new IllegalStateException(
          "the AMI connection lacks its "
              + (pbx == null ? "pbx" : "login")
              + "\nCall it before build().");
    }
    LinkSettings.BackOff backOff = new LinkSettings.BackOff(shortestWait, longestWait);
    return new AmiConnection(
        new LinkSettings(
            pbx,
            new AmiSession.Endpoint(host, port, user, secret, tls),
            new LinkSettings.Plan(
                new DialplanContexts(contexts), dialOptions, callingBack(), agents),
            new LinkSettings.Rhythm(replyLimit, pingEvery, reconcileEvery, mostEventBytes, backOff),
            new LinkSettings.World(engine, telephony, hearers, sources)),
        parts);
  }

  private Optional<CallingBack> callingBack() {
    return calledBackBy.isEmpty()
        ? Optional.empty()
        : Optional.of(new CallingBack(calledBackBy, callBackRingTime));
  }

  private static Duration positive(String what, Duration value) {
    if (value.isNegative() || value.isZero()) {
      throw new IllegalArgumentException(what + " " + value + " is not valid: expected above zero");
    }
    return value;
  }
}
