package io.ringwright.ami;

import io.ringwright.ami.PendingActions.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.asteriskjava.AsteriskVersion;
import org.asteriskjava.manager.AuthenticationFailedException;
import org.asteriskjava.manager.ManagerConnectionState;
import org.asteriskjava.manager.TimeoutException;
import org.asteriskjava.manager.event.DisconnectEvent;
import org.asteriskjava.manager.event.ManagerEvent;
import org.asteriskjava.manager.internal.ManagerConnectionImpl;
import org.asteriskjava.util.SocketConnectionFacade;
import org.jspecify.annotations.Nullable;

/**
 * One AMI session, from connecting to the end of the connection, and never a second one:
 * asterisk-java's way to reconnect is switched off, because it knows neither back-off nor snapshot.
 *
 * <p>asterisk-java connects, logs in and keeps the threads; {@link AmiSocket} is its wire.
 *
 * <p>Thread safety: one thread opens; sending and closing may be done by many.
 */
class AmiSession extends ManagerConnectionImpl implements Wire {

  /** Asterisk waits this one second before it refuses a login. */
  private static final Duration LEAST_LOGIN_LIMIT = Duration.ofSeconds(2);

  /** With this many missing pings the socket itself gives up, whatever else fails. */
  private static final int SILENT_PINGS = 4;

  private static final String EVENTS = "system,call";
  private static final String REFUSED = "Authentication failed";

  private final Endpoint endpoint;
  private final AmiInbox inbox;
  private final Duration silence;
  private final AtomicBoolean used = new AtomicBoolean();
  private volatile boolean closed;
  private volatile @Nullable Socket raw;
  private volatile @Nullable AmiSocket wire;

  /**
   * Where an Asterisk listens for AMI, and who logs in there.
   *
   * <p>Thread safety: immutable.
   *
   * @param host name or address
   * @param port TCP port
   * @param user the AMI user
   * @param secret its password; it never goes over the wire
   * @param tls whom to trust; null without TLS
   */
  record Endpoint(String host, int port, String user, String secret, @Nullable SSLContext tls) {

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(3);

    /**
     * Opens a connection.
     *
     * @param silence how long the other side may be silent before reading fails
     * @param made is told of the socket before anything can block, so that it can be closed
     */
    Socket connect(Duration silence, Consumer<Socket> made) throws IOException {
      Socket socket = new Socket();
      made.accept(socket);
      socket.setTcpNoDelay(true);
      socket.setKeepAlive(true);
      socket.setSoTimeout((int) silence.toMillis());
      InetSocketAddress address = new InetSocketAddress(host, port);
      if (address.isUnresolved()) {
        throw new UnknownHostException("no address is known for " + host);
      }
      socket.connect(address, (int) CONNECT_LIMIT.toMillis());
      return tls == null ? socket : secure(socket, tls);
    }

    private Socket secure(Socket plain, SSLContext trust) throws IOException {
      SSLSocket secure = (SSLSocket) trust.getSocketFactory().createSocket(plain, host, port, true);
      SSLParameters parameters = secure.getSSLParameters();
      // Without this, any certificate of a trusted authority would do, whatever its name.
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      return secure;
    }

    /** The address without the password. */
    @Override
    public String toString() {
      return user + "@" + host + ":" + port;
    }
  }

  /** Asterisk does not let this user in. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedException(String words) {
      super(words);
    }
  }

  /**
   * A session that is not open yet.
   *
   * @param settings where and how
   * @param inbox where messages go
   */
  AmiSession(LinkSettings settings, AmiInbox inbox) {
    this.endpoint = settings.endpoint();
    this.inbox = inbox;
    this.silence = settings.rhythm().pingEvery().multipliedBy(SILENT_PINGS);
    setHostname(endpoint.host());
    setPort(endpoint.port());
    setUsername(endpoint.user());
    setPassword(endpoint.secret());
    Duration limit = settings.rhythm().replyLimit();
    Duration patience = limit.compareTo(LEAST_LOGIN_LIMIT) < 0 ? LEAST_LOGIN_LIMIT : limit;
    setDefaultResponseTimeout(patience.toMillis());
  }

  /** Connects and logs in. Blocks until Asterisk answered or a time limit is over. */
  void open() throws IOException, RefusedException {
    try {
      login(EVENTS);
    } catch (AuthenticationFailedException failure) {
      if (REFUSED.equals(failure.getMessage())) {
        throw new RefusedException(REFUSED);
      }
      throw new IOException("login did not succeed: " + words(failure), failure);
    } catch (TimeoutException | IOException failure) {
      throw wire == null ? new IOException(failure.getMessage(), failure) : noGreeting(failure);
    } catch (RuntimeException failure) {
      // asterisk-java, where it is interrupted, goes on with the answer it did not get.
      throw new IOException("the login broke off", failure);
    }
  }

  private IOException noGreeting(Exception failure) {
    String why = inbox.ended().filter(each -> !each.equals(AmiSocket.CLOSED)).orElse("silence");
    return new IOException("no AMI greeting came: " + why, failure);
  }

  private static String words(AuthenticationFailedException failure) {
    boolean noAnswer = failure.getCause() != null;
    return noAnswer ? "no reply" : String.valueOf(failure.getMessage());
  }

  @Override
  public void send(byte[] bytes) throws IOException {
    AmiSocket open = wire;
    if (open == null) {
      throw new IOException("not connected");
    }
    open.send(bytes);
  }

  /** Ends the session, in whatever state it is. Does not wait. */
  void close(String why) {
    inbox.end(why);
    closed = true;
    Socket socket = raw;
    if (socket != null) {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // It is not open any more: that is what was wanted.
    }
  }

  private void made(Socket socket) {
    raw = socket;
    if (closed) {
      closeQuietly(socket);
    }
  }

  @Override
  protected void connect() throws IOException {
    if (!used.compareAndSet(false, true)) {
      state = ManagerConnectionState.DISCONNECTED;
      throw new IOException("a session connects only once");
    }
    super.connect();
  }

  @Override
  protected SocketConnectionFacade createSocket() throws IOException {
    AmiSocket connected = wireOn(endpoint.connect(silence, this::made));
    wire = connected;
    return connected;
  }

  /** What reads from a socket, and writes to it. */
  AmiSocket wireOn(Socket socket) throws IOException {
    return new AmiSocket(socket, inbox);
  }

  /** Nothing here depends on it, and asking costs two seconds without the right to. */
  @Override
  protected AsteriskVersion determineVersion() {
    return AsteriskVersion.DEFAULT_VERSION;
  }

  @Override
  public void dispatchEvent(ManagerEvent event, @Nullable Integer requiredHandlingTime) {
    if (event instanceof DisconnectEvent) {
      // In this state asterisk-java releases who waits for an answer, and does not reconnect.
      state = ManagerConnectionState.DISCONNECTED;
      // It comes from the thread that reads, when that ends: by an Error too.
      close("nobody reads any more");
    }
    super.dispatchEvent(event, requiredHandlingTime);
  }
}
