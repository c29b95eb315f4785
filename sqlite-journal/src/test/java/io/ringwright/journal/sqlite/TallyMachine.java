package io.ringwright.journal.sqlite;

import io.ringwright.call.EventAnswer;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Counts for each thread up to which number its events came, and refuses one that is missing,
 * doubled or out of order. Events are about calls named {@code thread-number}.
 */
final class TallyMachine implements StateMachine {

  private final Map<String, Integer> tally = new TreeMap<>();

  synchronized int reached(String thread) {
    return tally.getOrDefault(thread, 0);
  }

  private synchronized void count(String name) {
    String[] parts = name.split("-");
    int expected = reached(parts[0]) + 1;
    if (Integer.parseInt(parts[1]) != expected) {
      throw new IllegalStateException("after " + tally + " came " + name);
    }
    tally.put(parts[0], expected);
  }

  @Override
  public synchronized void restore(
      long sequence, String text, Function<String, Optional<String>> phoneLists) {
    long sum = 0;
    for (String line : text.lines().toList()) {
      if (line.startsWith("thread ")) {
        String[] parts = line.split(" ");
        tally.put(parts[1], Integer.parseInt(parts[2]));
        sum += Integer.parseInt(parts[2]);
      }
    }
    if (sum != sequence) {
      throw new IllegalStateException("image after " + sequence + " counts " + sum);
    }
  }

  @Override
  public void replay(long sequence, String text, Function<String, Optional<String>> phoneLists) {
    count(text);
  }

  @Override
  public Applied apply(long sequence, Proposal proposal) {
    String name = ((RouterEvent.Ended) proposal.event()).call().value();
    count(name);
    return new Applied() {
      @Override
      public String text() {
        return name;
      }

      @Override
      public Optional<KeptPhoneList> phoneList() {
        return Optional.empty();
      }

      @Override
      public Optional<EventAnswer> answer() {
        return Optional.empty();
      }

      @Override
      public void release() {}
    };
  }

  @Override
  public synchronized Image capture() {
    Map<String, Integer> copy = new TreeMap<>(tally);
    return new Image() {
      @Override
      public String text() {
        StringBuilder text = new StringBuilder();
        copy.forEach(
            (thread, number) ->
                text.append("thread ").append(thread).append(' ').append(number).append('\n'));
        // Long enough for several pieces.
        text.append("filler 0123456789 0123456789 0123456789\n".repeat(5_000));
        return text.toString();
      }

      @Override
      public Set<String> phoneLists() {
        return Set.of();
      }
    };
  }
}
