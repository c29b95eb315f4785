package io.ringwright.agi;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * What a server is made of.
 *
 * @param settings of the calls
 * @param scripts what is run beside the questions of the dialplan
 * @param peers who may ask
 * @param secret what stands before the names of scripts; empty for nothing
 * @param fewest how many threads are always there
 * @param most how many threads there are at the most
 * @param threads makes the threads of sessions; empty for the server's own
 * @param nanoseconds counts nanoseconds from any beginning, and is not set
 * @param times the limits in time
 */
record ServerPlan(
    CallSettings settings,
    Scripts scripts,
    Predicate<InetAddress> peers,
    Optional<AgiSecret> secret,
    int fewest,
    int most,
    Optional<ThreadFactory> threads,
    LongSupplier nanoseconds,
    Times times) {

  /**
   * What is run beside the questions of callers.
   *
   * @param own the host's own scripts, by name
   * @param agents what agents can do at their phones, if they are served
   */
  record Scripts(Map<String, AgiCall.Script> own, Optional<AgentPhones> agents) {}

  /**
   * When an answer leaves at the latest, and how long the peer may take.
   *
   * @param answer for the answer to a question
   * @param head for the head of a session
   * @param reply for the reply to a command
   */
  record Times(Duration answer, Duration head, Duration reply) {}
}
