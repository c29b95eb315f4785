package io.ringwright.benchmarks.agi;

import java.io.IOException;
import java.util.List;

/** A FastAGI server that is asked one question over and over. */
interface AskedServer extends AutoCloseable {

  /** What the table calls it. */
  String title();

  /** Where it listens, on loopback. */
  int port();

  /** The script that it is asked for. */
  String script();

  /** The arguments of a client's question behind its number. */
  List<String> arguments(int client);

  @Override
  void close() throws IOException;
}
