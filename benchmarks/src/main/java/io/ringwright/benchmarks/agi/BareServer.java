package io.ringwright.benchmarks.agi;

import io.ringwright.dialplan.ChannelVariables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiScript;
import org.asteriskjava.fastagi.DefaultAgiServer;

/** asterisk-java's own server, whose one script sets one variable. */
final class BareServer implements AskedServer {

  private static final int THREADS = 100;

  private final DefaultAgiServer server;
  private final int port;
  private final Thread thread;

  private BareServer(DefaultAgiServer server, int port) {
    this.server = server;
    this.port = port;
    thread = new Thread(this::serve, "bare-agi");
    thread.setDaemon(true);
  }

  static BareServer start() throws IOException, InterruptedException {
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    AgiScript script = (request, channel) -> decide(channel);
    DefaultAgiServer server = new DefaultAgiServer(script);
    server.setAddress(InetAddress.getLoopbackAddress());
    server.setPort(port);
    server.setPoolSize(10);
    server.setMaximumPoolSize(THREADS);
    BareServer bare = new BareServer(server, port);
    bare.thread.start();
    return bare;
  }

  private static void decide(AgiChannel channel) throws AgiException {
    channel.setVariable(ChannelVariables.DECISION, "wait");
  }

  private void serve() {
    try {
      server.startup();
    } catch (IOException closed) {
      // The measurement is over, or its clients say that nobody answers.
    }
  }

  @Override
  public String title() {
    return "bare server";
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public String script() {
    return "alive";
  }

  @Override
  public List<String> arguments(int client) {
    return List.of(AsteriskClient.uniqueId(client) + "@lab", "700", "5", "1772442000000", "");
  }

  @Override
  public void close() {
    server.shutdown();
  }
}
