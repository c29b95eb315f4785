package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the processes that were killed had acknowledged, line by line, and whether the next one
 * found it.
 */
final class Acknowledged {

  /** Calls of which the engine said: wait, or ring. With the lines of their arrival. */
  private final Map<String, Integer> live = new HashMap<>();

  private final Map<String, Integer> tried = new HashMap<>();

  /** Calls that may be over, and those that are. */
  private final Set<String> ending = new HashSet<>();

  private final Set<String> over = new HashSet<>();
  private final Map<String, List<String>> unconfirmedEnds = new HashMap<>();

  private final Map<String, String> callOfToken = new HashMap<>();

  /** The highest token that a process before this one gave. */
  private long highestToken;

  /** By extension: what it may be, the last one last; the first is acknowledged. */
  private final Map<String, List<String>> attendance = new HashMap<>();

  private final Map<String, Integer> unconfirmedAttendance = new HashMap<>();

  private final List<String> found = new ArrayList<>();
  private final List<String> foundQueue = new ArrayList<>();
  private final List<String> foundBusy = new ArrayList<>();
  private int lines;
  private int waits;
  private int rounds;

  /** Takes in a line; one that was printed after the kill was sent counts too. */
  void line(String line) {
    lines++;
    String[] words = line.split(" ");
    switch (words[0]) {
      case "try" -> tried(words);
      case "ack" -> acknowledged(words);
      case "told" -> over.add(words[1]);
      case "deliver" -> token(words[1], words[2]);
      case "found" -> found(words);
      default -> throw new AssertionError("the engine's process printed: " + line);
    }
  }

  /** Another process begins. */
  void begin() {
    found.clear();
    foundQueue.clear();
    foundBusy.clear();
    callOfToken
        .keySet()
        .forEach(each -> highestToken = Math.max(highestToken, Long.parseLong(each)));
  }

  int waits() {
    return waits;
  }

  int acknowledgedCalls() {
    return live.size();
  }

  int rounds() {
    return rounds;
  }

  private void tried(String[] words) {
    String thread = words[1];
    switch (words[2]) {
      case "arrive" -> tried.put(words[3], lines);
      case "end" -> {
        ending.add(words[3]);
        unconfirmedEnds.computeIfAbsent(thread, none -> new ArrayList<>()).add(words[3]);
      }
      default -> {
        attendance.computeIfAbsent(words[3], none -> new ArrayList<>(List.of("in"))).add(words[4]);
        unconfirmedAttendance.put(thread + " " + words[3], lines);
      }
    }
  }

  /** Whatever the same thread had said before is kept too: entries are kept in order. */
  private void acknowledged(String[] words) {
    String thread = words[1];
    String call = words[2];
    over.addAll(unconfirmedEnds.getOrDefault(thread, List.of()));
    unconfirmedEnds.remove(thread);
    confirmAttendance(thread);
    if (words[3].equals("over")) {
      ending.add(call);
      return;
    }
    live.putIfAbsent(call, lines);
    if (words[3].equals("wait")) {
      waits++;
    } else {
      token(call, words[4]);
    }
  }

  private void confirmAttendance(String thread) {
    unconfirmedAttendance
        .keySet()
        .removeIf(
            each -> {
              boolean confirmed = each.startsWith(thread + " ");
              if (confirmed) {
                List<String> words = attendance.getOrDefault(each.split(" ")[1], new ArrayList<>());
                words.subList(0, Math.max(0, words.size() - 1)).clear();
              }
              return confirmed;
            });
  }

  /** A token is of one call, and a new one is higher than those of all processes before. */
  private void token(String call, String token) {
    String known = callOfToken.putIfAbsent(token, call);
    if (known == null) {
      assertThat(Long.parseLong(token)).as("token of " + call).isGreaterThan(highestToken);
    } else {
      assertThat(call).as("call of token " + token).isEqualTo(known);
    }
  }

  private void found(String[] words) {
    switch (words[1]) {
      case "call" -> found.add(words[2]);
      case "queue" -> foundQueue.add(words[2]);
      case "busy" -> foundBusy.add(words[2]);
      case "attends" -> checkAttendance(words[2], words[3]);
      default -> {
        check();
        rounds++;
      }
    }
  }

  private void check() {
    Set<String> lost = new HashSet<>(live.keySet());
    lost.removeAll(ending);
    lost.removeAll(over);
    lost.removeAll(found);
    assertThat(lost).as("acknowledged callers who are not there").isEmpty();
    assertThat(found).as("calls").doesNotHaveDuplicates();
    Set<String> back = new HashSet<>(found);
    back.retainAll(over);
    assertThat(back).as("calls that were over").isEmpty();
    assertThat(foundQueue).as("the queue").doesNotHaveDuplicates();
    assertThat(found).as("calls").containsAll(foundQueue);
    assertThat(foundBusy).as("phones with a call").doesNotHaveDuplicates();
    checkOrder();
    // A call that may have ended did, or did not: from now on it is known.
    unconfirmedEnds.clear();
    ending.removeAll(found);
    ending.forEach(over::add);
    live.keySet().removeIf(over::contains);
    found.forEach(call -> live.putIfAbsent(call, lines));
  }

  /** Whoever was acknowledged before another arrived is before the other. */
  private void checkOrder() {
    String latest = "";
    int latestTried = 0;
    for (String call : foundQueue) {
      assertThat(live.getOrDefault(call, lines))
          .as("call %s stands behind %s, which arrived after it was acknowledged", call, latest)
          .isGreaterThanOrEqualTo(latestTried);
      int arrived = tried.getOrDefault(call, 0);
      if (arrived > latestTried) {
        latestTried = arrived;
        latest = call;
      }
    }
  }

  private void checkAttendance(String extension, String word) {
    List<String> possible = attendance.computeIfAbsent(extension, none -> new ArrayList<>());
    if (possible.isEmpty()) {
      possible.add("in");
    }
    assertThat(possible).as("what extension %s may be", extension).contains(word);
    possible.clear();
    possible.add(word);
    unconfirmedAttendance.clear();
  }
}
