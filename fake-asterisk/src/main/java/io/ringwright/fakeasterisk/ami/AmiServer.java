package io.ringwright.fakeasterisk.ami;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import io.ringwright.fakeasterisk.pbx.DialplanRunner;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * The manager interface of a switch in memory, on a TCP port of loopback.
 *
 * <p>Actions: Login (plain and MD5), Challenge, Logoff, Ping, Events, CoreSettings, CoreStatus,
 * CoreShowChannels, Status, DeviceStateList, ExtensionStateList, ShowDialPlan, ListCommands,
 * Getvar, Setvar, Redirect, Hangup, Originate; Command, UpdateConfig and DBPut exist to be refused.
 * Events are those of channels, dialling, bridges, devices, music, variables and steps of the
 * dialplan.
 *
 * <p>Thread safety: may be used by many threads. What a client asks is done on the timeline's
 * thread.
 */
public final class AmiServer implements AutoCloseable {

  private static final long ACCEPTING_ENDS_WITHIN_MS = 1_000;

  private final Switchboard switchboard;
  private final AmiFaults faults = new AmiFaults();
  private final AmiSession.Shared shared;
  private final int port;
  private final Set<AmiSession> sessions = ConcurrentHashMap.newKeySet();
  private final List<Map<String, String>> received = new CopyOnWriteArrayList<>();

  @GuardedBy("this")
  private @Nullable ServerSocket listener;

  @GuardedBy("this")
  private Thread accepting = new Thread();

  /**
   * Makes a server that does not listen yet.
   *
   * @param switchboard the switch whose news it tells
   * @param runner what runs the channels of that switch
   * @param users who may log in
   * @param port where it will listen
   */
  public AmiServer(Switchboard switchboard, DialplanRunner runner, List<AmiUser> users, int port) {
    this.switchboard = switchboard;
    this.port = port;
    HintStates hints = new HintStates(switchboard, runner.dialplan().hints(), this::broadcast);
    AmiActions actions = actions(switchboard, runner, List.copyOf(users), hints);
    this.shared =
        new AmiSession.Shared(
            actions, faults, message -> received.add(message.headers()), this::broadcast);
    switchboard.listen(new AmiEvents(switchboard.systemName(), this::broadcast));
    switchboard.listen(new TransferEvents(switchboard.systemName(), this::broadcast));
    switchboard.listen(hints);
  }

  private static AmiActions actions(
      Switchboard switchboard, DialplanRunner runner, List<AmiUser> users, HintStates hints) {
    AmiActions actions = new AmiActions();
    new SessionActions(switchboard.timeline(), users).addTo(actions);
    new ListActions(switchboard, runner.dialplan(), hints).addTo(actions);
    new ChannelActions(switchboard, runner.dialplan()).addTo(actions);
    new OriginateAction(switchboard, runner).addTo(actions);
    return actions;
  }

  /**
   * Listens. Does nothing if it does already.
   *
   * @throws UncheckedIOException if the port is taken
   */
  public synchronized void open() {
    if (listener != null) {
      return;
    }
    try {
      ServerSocket opened = new ServerSocket();
      opened.setReuseAddress(true);
      opened.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      listener = opened;
      accepting = new Thread(() -> accept(opened), "ringwright-fake-ami-accept");
      accepting.setDaemon(true);
      accepting.start();
    } catch (IOException taken) {
      throw new UncheckedIOException("port " + port + " of loopback cannot be opened", taken);
    }
  }

  /** Cuts every connection and refuses new ones until it is opened again. */
  public void cut() {
    // After this no session is added any more, so that none is missed below.
    closeListener();
    sessions.forEach(session -> session.connection().closeNow());
  }

  private synchronized void closeListener() {
    if (listener != null) {
      try {
        listener.close();
      } catch (IOException alreadyClosed) {
        // It does not listen any more, which is what was wanted.
      }
      listener = null;
      awaitEndOfAccepting();
    }
  }

  /** Until the thread is out of its call the system still lets clients in. */
  @GuardedBy("this")
  private void awaitEndOfAccepting() {
    try {
      accepting.join(ACCEPTING_ENDS_WITHIN_MS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    cut();
  }

  /**
   * The faults that can be asked for.
   *
   * @return the faults of this server
   */
  public AmiFaults faults() {
    return faults;
  }

  /**
   * The messages that arrived.
   *
   * @return names and values of their headers, oldest first, a copy
   */
  public List<Map<String, String>> received() {
    return new ArrayList<>(received);
  }

  private void accept(ServerSocket from) {
    while (!from.isClosed()) {
      try {
        serve(from.accept());
      } catch (IOException closed) {
        // Either the server was closed, or a client left before it was let in.
      }
    }
  }

  /**
   * Lets a client in that has no socket, and greets it. It is heard as one that came by a port is,
   * whether or not the server listens.
   *
   * @param peer where the client reads
   * @return where it writes
   */
  public AmiClientLine admit(AmiPeer peer) {
    AmiSession session = begin(peer);
    return new AmiClientLine(session, switchboard.timeline(), () -> sessions.remove(session));
  }

  private AmiSession begin(AmiPeer peer) {
    AmiSession session = new AmiSession(shared, peer, switchboard.timeline());
    sessions.add(session);
    peer.send("Asterisk Call Manager/11.0.0\r\n");
    return session;
  }

  private void serve(Socket socket) throws IOException {
    socket.setTcpNoDelay(true);
    AmiConnection connection = new AmiConnection(socket, faults);
    AmiSession session = begin(connection);
    connection.start(
        line -> switchboard.timeline().run(() -> session.line(line)),
        () -> sessions.remove(session));
  }

  /** Tells everybody who may hear of it. */
  private void broadcast(AmiClass eventClass, AmiText event) {
    String text = event.end();
    for (AmiSession session : sessions) {
      if (session.hears(eventClass)) {
        session.send(text);
      }
    }
  }
}
