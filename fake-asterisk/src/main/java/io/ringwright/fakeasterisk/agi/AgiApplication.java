package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.dialplan.Arguments;
import io.ringwright.fakeasterisk.pbx.Application;
import io.ringwright.fakeasterisk.pbx.Applications;
import io.ringwright.fakeasterisk.pbx.Sounds;
import io.ringwright.fakeasterisk.pbx.Verdict;
import java.util.List;
import java.util.Optional;

/**
 * The application {@code AGI} of a dialplan: it connects to a FastAGI server and obeys it.
 *
 * <p>{@code AGISTATUS} is SUCCESS, FAILURE or HANGUP as on the real one: a server that closes
 * without a command is a success, one that is not there within 2 s a failure. Local scripts are not
 * run; their status is NOTFOUND.
 *
 * <p>Thread safety: started on the timeline's thread; may be closed by any.
 */
public final class AgiApplication implements Application, AutoCloseable {

  private final AgiCommands commands = new AgiCommands();
  private final AgiNetwork network;

  /**
   * Makes the application, which reaches servers by sockets.
   *
   * @param sounds what scripts can play
   * @param applications what they can execute
   */
  public AgiApplication(Sounds sounds, Applications applications) {
    this(sounds, applications, new AgiSockets());
  }

  /**
   * Makes the application.
   *
   * @param sounds what scripts can play
   * @param applications what they can execute
   * @param network by which servers are reached; closed with the application
   */
  public AgiApplication(Sounds sounds, Applications applications, AgiNetwork network) {
    this.network = network;
    VariableCommands.addTo(commands);
    new ControlCommands(applications).addTo(commands);
    new SoundCommands(sounds).addTo(commands);
  }

  @Override
  public void start(Call call) {
    List<String> arguments = Arguments.of(call.data());
    Optional<AgiAddress> address = AgiAddress.parse(Arguments.at(arguments, 0));
    if (address.isEmpty()) {
      call.channel().set("AGISTATUS", "NOTFOUND");
      call.done(Verdict.CONTINUE);
      return;
    }
    AgiSession session = new AgiSession(call, commands);
    List<String> passed = arguments.subList(1, arguments.size());
    String environment = AgiEnvironment.of(call.channel(), address.get(), passed);
    call.channel().occupy(session);
    session.start(network, address.get(), environment);
  }

  /** Cuts the connections of all scripts. */
  @Override
  public void close() {
    network.close();
  }
}
