package io.ringwright.agi;

import static java.util.Objects.requireNonNull;

import io.ringwright.dialplan.AgentVariables;
import io.ringwright.dialplan.AgiIdentity;
import io.ringwright.dialplan.Question;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Makes a server.
 *
 * <p>Thread safety: for one thread.
 */
public final class FastAgiServerBuilder {

  private static final int BACKLOG = 200;
  private static final Duration LONGEST_DEADLINE = Duration.ofSeconds(2);

  private CallSettings settings;
  private InetAddress address = InetAddress.getLoopbackAddress();
  private int port = 4573;
  private int fewest = 16;
  private int most = 256;
  private Optional<ThreadFactory> threads = Optional.empty();
  private Predicate<InetAddress> peers = InetAddress::isLoopbackAddress;
  private Optional<AgiSecret> secret = Optional.empty();
  private Duration deadline = Duration.ofMillis(300);
  private Duration headTime = Duration.ofSeconds(2);
  private Duration replyTime = Duration.ofSeconds(30);
  private final Map<String, AgiCall.Script> scripts = new HashMap<>();
  private Optional<AgentPhones> agents = Optional.empty();

  FastAgiServerBuilder(CallSettings settings) {
    this.settings = settings;
  }

  /**
   * Where to listen. Loopback by default.
   *
   * @param local an address of this machine
   * @return this
   */
  public FastAgiServerBuilder address(InetAddress local) {
    requireNonNull(local, "address is null: expected a value, or no call for the default");
    address = local;
    return this;
  }

  /**
   * The port to listen on. 4573 by default.
   *
   * @param number a TCP port, or 0 for any that is free
   * @return this
   * @throws IllegalArgumentException if it is not 0 to 65535
   */
  public FastAgiServerBuilder port(int number) {
    require(number >= 0 && number <= 65535, "port " + number, "0 to 65535");
    port = number;
    return this;
  }

  /**
   * Who may ask: exactly these. Loopback by default.
   *
   * @param asterisks the addresses that the sessions of your Asterisk come from
   * @return this
   */
  public FastAgiServerBuilder peers(Set<InetAddress> asterisks) {
    requireNonNull(asterisks, "peers is null: expected a value, or no call for the default");
    peers = Set.copyOf(asterisks)::contains;
    return this;
  }

  /**
   * What the dialplan knows and other programs on the machine do not: it stands before the name of
   * the script in each AGI address, {@code agi://127.0.0.1:4573/<secret>/route}. A session without
   * it is told so, is counted as refused, and reaches neither the engine nor a script of yours.
   * None by default. Give the dialplan the same: {@link Dialplan.Builder#secret}.
   *
   * @param text 16 to 64 letters, digits, {@code _} and {@code -}
   * @return this
   * @throws IllegalArgumentException if it is anything else
   */
  public FastAgiServerBuilder secret(String text) {
    requireNonNull(text, "secret is null: expected a value, or no call for none");
    secret = Optional.of(AgiSecret.of(text));
    return this;
  }

  /**
   * How many sessions are served at once. 16 threads are kept and up to 256 made by default. Beyond
   * that 16 sessions for each thread wait for one, 2.5 s at most; who waits longer, and whoever is
   * too much, is refused, and the call asks again.
   *
   * @param kept threads that are always there, at least 1
   * @param largest threads at most, not fewer
   * @return this
   * @throws IllegalArgumentException if there are not enough, or more than 10 000
   */
  public FastAgiServerBuilder threads(int kept, int largest) {
    boolean fits = kept >= 1 && largest >= kept && largest <= 10_000;
    require(fits, "threads " + kept + " to " + largest, "1 or more, and at most 10000");
    fewest = kept;
    most = largest;
    return this;
  }

  /**
   * What makes the threads of sessions. Daemon threads of the server's own by default; on Java 21
   * and later {@code Thread.ofVirtual().factory()} has sessions run on virtual threads, {@linkplain
   * #threads as many at once as before}. While it fails or returns null, sessions are refused, and
   * the server goes on.
   *
   * @param factory makes a thread for each piece of work it is given
   * @return this
   */
  public FastAgiServerBuilder threadFactory(ThreadFactory factory) {
    requireNonNull(factory, "threadFactory is null: expected a value, or no call for the default");
    threads = Optional.of(factory);
    return this;
  }

  /**
   * When an answer leaves at the latest, counted from when the whole head of the question was
   * there. 300 ms by default. A question that waited for a thread, or because 32 others were before
   * the engine, has two thirds of this time left at least, as long as the dialplan listens: it
   * waits 2.5 s at most. An answer without a decision has the dialplan ask the same question again
   * a second later.
   *
   * @param time 10 ms to 2 s, because after 3 s the dialplan gives up by itself
   * @return this
   * @throws IllegalArgumentException if it is outside
   */
  public FastAgiServerBuilder deadline(Duration time) {
    requireNonNull(time, "deadline is null: expected a value, or no call for the default");
    boolean fits = time.toMillis() >= 10 && time.compareTo(LONGEST_DEADLINE) <= 0;
    require(fits, "deadline " + time, "10 ms to 2 s");
    deadline = time;
    return this;
  }

  /**
   * How long the peer may take: 2 s to say what it wants, 30 s to reply to a command by default.
   * While an application runs for a script, such as Dial, no time is set.
   *
   * @param head from the connection to the end of the request's head, 10 ms to 1 min
   * @param reply for the reply to a command, 10 ms to 1 h
   * @return this
   * @throws IllegalArgumentException if one of them is outside
   */
  public FastAgiServerBuilder patience(Duration head, Duration reply) {
    requireNonNull(
        head, "patience for the head is null: expected a value, or no call for the default");
    requireNonNull(
        reply, "patience for a reply is null: expected a value, or no call for the default");
    boolean fits = head.toMillis() >= 10 && head.toSeconds() <= 60;
    require(fits, "patience for the head " + head, "10 ms to 1 min");
    require(reply.toMillis() >= 10 && reply.toHours() <= 1, "patience " + reply, "10 ms to 1 h");
    headTime = head;
    replyTime = reply;
    return this;
  }

  /**
   * What callers hear first. Nothing by default.
   *
   * @param chosen the prompts
   * @return this
   */
  public FastAgiServerBuilder prompts(Prompts chosen) {
    requireNonNull(chosen, "prompts is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * How phones are dialled. Without options by default.
   *
   * @param chosen the settings
   * @return this
   */
  public FastAgiServerBuilder dialling(DialSettings chosen) {
    requireNonNull(chosen, "dialling is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * Where own scripts send callers on to. {@link Dialplan#standard()} by default.
   *
   * @param chosen the dialplan that Asterisk has; the same value that the AMI adapter is given
   * @return this
   */
  public FastAgiServerBuilder dialplan(Dialplan chosen) {
    requireNonNull(chosen, "dialplan is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * Whether AMI reports hang-ups of this Asterisk. By default it does not, and the dialplan is told
   * to report them.
   *
   * @param linked asked for each call that arrives
   * @return this
   */
  public FastAgiServerBuilder amiReports(BooleanSupplier linked) {
    requireNonNull(linked, "amiReports is null: expected a value, or no call for the default");
    settings = settings.with(linked);
    return this;
  }

  /**
   * Where the instant comes from that a channel remembers as its arrival. The {@linkplain
   * io.ringwright.CallEvents#engineTime engine's time} by default.
   *
   * @param chosen another clock, for tests
   * @return this
   */
  public FastAgiServerBuilder clock(InstantSource chosen) {
    requireNonNull(chosen, "clock is null: expected a value, or no call for the default");
    settings = settings.with(chosen);
    return this;
  }

  /**
   * What agents can do at their phones by feature codes. Nothing by default: an agent who dials one
   * hears that it failed. What they hear is in the {@linkplain #dialplan dialplan}.
   *
   * @param chosen the phones, and who takes the orders
   * @return this
   */
  public FastAgiServerBuilder agents(AgentPhones chosen) {
    requireNonNull(chosen, "agents are null: expected a value, or no call for none");
    agents = Optional.of(chosen);
    return this;
  }

  /**
   * A script of your own, asked for as {@code agi://<host>/<name>}. Scripts hold a thread for as
   * long as they run: all of them together get half of the {@linkplain #threads threads}.
   *
   * @param name its name, 1 to 40 lower-case letters, digits and dashes, not one of the dialplan's
   * @param script what it does
   * @return this
   * @throws IllegalArgumentException if the name is not valid or taken
   */
  public FastAgiServerBuilder script(String name, AgiCall.Script script) {
    requireNonNull(name, "script name is null: expected a name");
    requireNonNull(script, "script is null: expected what it does");
    boolean ours =
        Question.of(name).isPresent()
            || Set.of(AgiIdentity.SCRIPT, AgentVariables.IDENTIFYING_SCRIPT).contains(name);
    boolean free = !ours && !scripts.containsKey(name);
    require(name.matches("[a-z0-9-]{1,40}"), "script '" + name + "'", "letters, digits, dashes");
    require(free, "script '" + name + "'", "a name that is not taken");
    scripts.put(name, script);
    return this;
  }

  /**
   * Starts to listen.
   *
   * @return the running server
   * @throws IOException if the address or the port cannot be had; the message names both
   */
  public FastAgiServer start() throws IOException {
    ServerPlan.Times times = new ServerPlan.Times(deadline, headTime, replyTime);
    ServerPlan plan =
        new ServerPlan(
            settings,
            new ServerPlan.Scripts(Map.copyOf(scripts), agents),
            peers,
            secret,
            fewest,
            most,
            threads,
            System::nanoTime,
            times);
    return FastAgiServer.listening(bound(), plan);
  }

  private ServerSocketChannel bound() throws IOException {
    ServerSocketChannel socket = ServerSocketChannel.open();
    try {
      socket.bind(new InetSocketAddress(address, port), BACKLOG);
      return socket;
    } catch (IOException taken) {
      socket.close();
      BindException clear =
          new BindException(
              "cannot listen for AGI on "
                  + address.getHostAddress()
                  + ":"
                  + port
                  + ": "
                  + taken.getMessage()
                  + "\nMaybe another program, or another Ringwright, has the port: end it, or"
                  + " choose another port here and in the dialplan (0 takes any that is free)");
      clear.initCause(taken);
      throw clear;
    }
  }

  private static void require(boolean valid, String what, String expected) {
    if (!valid) {
      throw new IllegalArgumentException(what + " is not valid: expected " + expected);
    }
  }
}
