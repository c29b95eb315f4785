package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.pbx.Application;
import io.ringwright.fakeasterisk.pbx.Verdict;
import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * One script at work on one channel.
 *
 * <p>A channel that is hung up or redirected meanwhile makes the session a dead one: the script
 * gets the line {@code HANGUP}, commands that need a living channel are refused, and the channel
 * leaves when the script closes the connection. Source: {@code run_agi} in Asterisk's {@code
 * res/res_agi.c}.
 *
 * <p>Thread safety: belongs to the timeline's thread, except what it is told by its server.
 */
final class AgiSession implements Activity, AgiNetwork.Script {

  private static final AgiNetwork.Line NOWHERE =
      new AgiNetwork.Line() {
        @Override
        public void write(String text) {}

        @Override
        public void close() {}
      };

  private enum Status {
    SUCCESS,
    FAILURE,
    HANGUP
  }

  private final Application.Call call;
  private final AgiCommands commands;
  private final Timeline timeline;
  private AgiNetwork.Line line = NOWHERE;
  private String environment = "";
  private Runnable commandDone = () -> {};
  private Status status = Status.SUCCESS;
  private boolean connected;
  private boolean dead;
  private boolean inCommand;
  private boolean over;

  AgiSession(Application.Call call, AgiCommands commands) {
    this.call = call;
    this.commands = commands;
    this.timeline = call.channel().timeline();
    // A channel that is hung up already, in the extension h, is dead from the start.
    this.dead = call.isLeaving();
  }

  Application.Call call() {
    return call;
  }

  LiveChannel channel() {
    return call.channel();
  }

  boolean isDead() {
    return dead;
  }

  /** Connects to the server. */
  void start(AgiNetwork network, AgiAddress address, String opening) {
    environment = opening;
    line = network.connect(address.host(), address.port(), this);
  }

  @Override
  public void connected() {
    timeline.run(this::begin);
  }

  @Override
  public void said(String command, Runnable done) {
    timeline.run(() -> command(command, done));
  }

  @Override
  public void over() {
    timeline.run(this::end);
  }

  private void begin() {
    connected = true;
    line.write(environment);
    dieIfLeaving();
  }

  private void command(String command, Runnable done) {
    inCommand = true;
    commandDone = done;
    commands.carryOut(this, AgiCommandLine.words(command));
  }

  /** Answers the command that is under way. */
  void reply(String text) {
    line.write(text + "\n");
    inCommand = false;
    dieIfLeaving();
    commandDone.run();
  }

  /** Answers a command that failed; on a living channel that makes the whole script fail. */
  void replyFailed(String text) {
    if (dead || !call.isLeaving()) {
      status = Status.FAILURE;
    }
    reply(text);
  }

  @Override
  public void interrupted() {
    if (!inCommand && connected) {
      dieIfLeaving();
    }
  }

  private void dieIfLeaving() {
    if (dead || !call.isLeaving()) {
      return;
    }
    dead = true;
    if (status == Status.SUCCESS) {
      status = Status.HANGUP;
    }
    sendHangup();
    if (saysYes("AGIEXITONHANGUP")) {
      line.close();
    }
  }

  private void sendHangup() {
    if (!saysNo("AGISIGHUP")) {
      line.write("HANGUP\n");
    }
  }

  private boolean saysYes(String variable) {
    return is(variable, Set.of("yes", "true", "y", "t", "1", "on"));
  }

  private boolean saysNo(String variable) {
    return is(variable, Set.of("no", "false", "n", "f", "0", "off"));
  }

  private boolean is(String variable, Set<String> words) {
    Optional<String> value = call.dialplan().read(channel(), variable);
    return value.isPresent() && words.contains(value.get().toLowerCase(Locale.ROOT));
  }

  private void end() {
    if (over) {
      return;
    }
    over = true;
    if (!connected) {
      status = Status.FAILURE;
    }
    channel().release(this);
    channel().set("AGISTATUS", status.name());
    call.done(status == Status.HANGUP ? Verdict.LEAVE : Verdict.CONTINUE);
  }

  /** The usage of a command that was called wrongly. Source: {@code agi_handle_command}. */
  void replyUsage(String usage) {
    reply(
        String.join(
            "\n",
            List.of(
                "520-Invalid command syntax.  Proper usage follows:",
                usage,
                "520 End of proper usage.")));
  }
}
