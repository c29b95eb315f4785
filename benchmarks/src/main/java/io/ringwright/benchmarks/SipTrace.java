package io.ringwright.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a SIPp wrote about its messages ({@code -trace_shortmsg}).
 *
 * @param messages in the order of the wire
 */
record SipTrace(List<Message> messages) {

  SipTrace {
    messages = List.copyOf(messages);
  }

  /**
   * A message.
   *
   * @param at microseconds since 1970
   * @param sent whether SIPp sent it; else it received it
   * @param call its Call-ID
   * @param startLine its first line
   */
  record Message(long at, boolean sent, String call, String startLine) {

    boolean is(String method) {
      return startLine.startsWith(method + " ");
    }

    /** The user part of a request's address. */
    String user() {
      int from = startLine.indexOf("sip:") + 4;
      int to = startLine.indexOf('@');
      return to > from ? startLine.substring(from, to) : "";
    }
  }

  static SipTrace read(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return parse(lines);
    }
  }

  static SipTrace parse(Stream<String> lines) {
    return new SipTrace(lines.map(SipTrace::message).flatMap(Optional::stream).toList());
  }

  /** The messages between two instants, in microseconds since 1970. */
  SipTrace between(long from, long to) {
    return new SipTrace(messages.stream().filter(m -> m.at() >= from && m.at() <= to).toList());
  }

  /** A line is date, time, seconds since 1970, S or R, Call-ID, CSeq, first line, with tabs. */
  private static Optional<Message> message(String line) {
    String[] columns = line.split("\t", 7);
    if (columns.length < 7 || !columns[2].contains(".")) {
      return Optional.empty();
    }
    int point = columns[2].indexOf('.');
    long seconds = Long.parseLong(columns[2].substring(0, point));
    long micros = Long.parseLong(columns[2].substring(point + 1));
    return Optional.of(
        new Message(seconds * 1_000_000 + micros, columns[3].equals("S"), columns[4], columns[6]));
  }
}
