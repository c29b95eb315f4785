package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.agi.AgiCommands.Command;
import io.ringwright.fakeasterisk.agi.AgiCommands.Work;
import io.ringwright.fakeasterisk.pbx.Application;
import io.ringwright.fakeasterisk.pbx.Applications;
import io.ringwright.fakeasterisk.pbx.DialplanAccess;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The commands that steer the call. Belongs to the timeline's thread. */
final class ControlCommands {

  private static final int ANY_NUMBER = Integer.MAX_VALUE;

  private final Applications applications;

  ControlCommands(Applications applications) {
    this.applications = applications;
  }

  void addTo(AgiCommands commands) {
    Work nothing = (session, words) -> session.reply("200 result=0");
    Work noted = (session, words) -> session.reply("200 result=1");
    commands.add("noop", new Command(true, 1, ANY_NUMBER, "NOOP", nothing));
    commands.add("verbose", new Command(true, 2, ANY_NUMBER, "VERBOSE message level", noted));
    commands.add("answer", new Command(false, 1, ANY_NUMBER, "ANSWER", ControlCommands::answer));
    commands.add("exec", new Command(true, 2, ANY_NUMBER, "EXEC application options", this::exec));
    commands.add("hangup", new Command(false, 1, 2, "HANGUP [channel]", ControlCommands::hangUp));
    commands.add(
        "channel status",
        new Command(false, 2, 3, "CHANNEL STATUS [channel]", ControlCommands::channelStatus));
    commands.add(
        "set context", new Command(false, 3, 3, "SET CONTEXT name", ControlCommands::setContext));
    commands.add(
        "set extension",
        new Command(false, 3, 3, "SET EXTENSION name", ControlCommands::setExtension));
    commands.add(
        "set priority",
        new Command(false, 3, 3, "SET PRIORITY number or label", ControlCommands::setPriority));
  }

  private static void answer(AgiSession session, List<String> words) {
    session.channel().answer();
    session.reply("200 result=0");
  }

  // EXEC

  private void exec(AgiSession session, List<String> words) {
    Optional<Application> application = applications.find(words.get(1));
    if (application.isEmpty()) {
      session.reply("200 result=-2");
      return;
    }
    String given = words.size() > 2 ? words.get(2) : "";
    String data =
        isFull(session) ? session.call().dialplan().substitute(session.channel(), given) : given;
    session.channel().step(words.get(1), data);
    application
        .get()
        .start(
            new Application.Call(
                session.channel(),
                data,
                session.call().dialplan(),
                verdict -> session.reply("200 result=" + verdict.code())));
  }

  private static boolean isFull(AgiSession session) {
    String value = session.call().dialplan().read(session.channel(), "AGIEXECFULL").orElse("no");
    return value.toLowerCase(Locale.ROOT).matches("yes|true|y|t|1|on");
  }

  // The channel

  private static void hangUp(AgiSession session, List<String> words) {
    Optional<LiveChannel> channel = named(session, words, 1);
    channel.ifPresent(LiveChannel::endedByScript);
    session.reply("200 result=" + (channel.isPresent() ? 1 : -1));
  }

  private static void channelStatus(AgiSession session, List<String> words) {
    Optional<LiveChannel> channel = named(session, words, 2);
    session.reply("200 result=" + channel.map(known -> known.state().code()).orElse(-1));
  }

  private static Optional<LiveChannel> named(AgiSession session, List<String> words, int index) {
    return words.size() > index
        ? session.call().dialplan().switchboard().channel(words.get(index))
        : Optional.of(session.channel());
  }

  // Where it goes on

  private static void setContext(AgiSession session, List<String> words) {
    Location here = session.channel().location();
    session.channel().placeAt(new Location(words.get(2), here.extension(), here.priority()));
    session.reply("200 result=0");
  }

  private static void setExtension(AgiSession session, List<String> words) {
    Location here = session.channel().location();
    session.channel().placeAt(new Location(here.context(), words.get(2), here.priority()));
    session.reply("200 result=0");
  }

  private static void setPriority(AgiSession session, List<String> words) {
    DialplanAccess dialplan = session.call().dialplan();
    Location here = session.channel().location();
    Optional<Integer> priority = dialplan.priority(here.context(), here.extension(), words.get(2));
    if (priority.isEmpty()) {
      session.replyUsage("SET PRIORITY number or label");
    } else {
      dialplan.jump(
          session.channel(), new Location(here.context(), here.extension(), priority.get()));
      session.reply("200 result=0");
    }
  }
}
