package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.pbx.Application;
import io.ringwright.fakeasterisk.pbx.Verdict;
import io.ringwright.fakeasterisk.switchboard.Activity;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.timeline.Timeline;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/**
 * One script at work on one channel.
 *
 * <p>A channel that is hung up or redirected meanwhile makes the session a dead one: the script
 * gets the line {@code HANGUP}, commands that need a living channel are refused, and the channel
 * leaves when the script closes the connection. Source: {@code run_agi} in Asterisk's {@code
 * res/res_agi.c}.
 *
 * <p>Thread safety: belongs to the timeline's thread, except {@link #serve}, which runs on a thread
 * of its own.
 */
final class AgiSession implements Activity {

  private enum Status {
    SUCCESS,
    FAILURE,
    HANGUP
  }

  private final Application.Call call;
  private final AgiCommands commands;
  private final Timeline timeline;
  private final AgiLink link = new AgiLink();
  private final Semaphore commandDone = new Semaphore(0);
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

  /** Connects and reads commands until the other side closes. Runs on a thread of its own. */
  void serve(AgiAddress address, String environment) {
    try (link) {
      InputStream in = link.connect(address);
      timeline.run(() -> begin(environment));
      Optional<String> line = AgiLink.readLine(in);
      while (line.isPresent()) {
        String text = line.get();
        timeline.run(() -> command(text));
        commandDone.acquire();
        line = AgiLink.readLine(in);
      }
    } catch (IOException closed) {
      // Not connected, or cut: what counts is whether the session had begun.
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    timeline.run(this::end);
  }

  /** Cuts the connection, for a switch that closes. */
  void cut() {
    link.close();
    commandDone.release();
  }

  private void begin(String environment) {
    connected = true;
    link.write(environment);
    dieIfLeaving();
  }

  private void command(String line) {
    inCommand = true;
    commands.carryOut(this, AgiCommandLine.words(line));
  }

  /** Answers the command that is under way. */
  void reply(String text) {
    link.write(text + "\n");
    inCommand = false;
    dieIfLeaving();
    commandDone.release();
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
      link.close();
    }
  }

  private void sendHangup() {
    if (!saysNo("AGISIGHUP")) {
      link.write("HANGUP\n");
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
