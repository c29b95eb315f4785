package io.ringwright.fakeasterisk.agi;

import io.ringwright.fakeasterisk.agi.AgiCommands.Command;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import java.util.List;
import java.util.Optional;

/** SET VARIABLE, GET VARIABLE and GET FULL VARIABLE. Belongs to the timeline's thread. */
final class VariableCommands {

  private VariableCommands() {}

  static void addTo(AgiCommands commands) {
    commands.add(
        "set variable", new Command(true, 4, 4, "SET VARIABLE name value", VariableCommands::set));
    commands.add(
        "get variable", new Command(true, 3, 3, "GET VARIABLE name", VariableCommands::get));
    commands.add(
        "get full variable",
        new Command(true, 4, 5, "GET FULL VARIABLE text [channel]", VariableCommands::getFull));
  }

  private static void set(AgiSession session, List<String> words) {
    session.call().dialplan().write(session.channel(), words.get(2), words.get(3));
    session.reply("200 result=1");
  }

  private static void get(AgiSession session, List<String> words) {
    session.reply(found(session.call().dialplan().read(session.channel(), words.get(2))));
  }

  private static void getFull(AgiSession session, List<String> words) {
    Optional<LiveChannel> channel =
        words.size() == 5
            ? session.call().dialplan().switchboard().channel(words.get(4))
            : Optional.of(session.channel());
    session.reply(
        found(channel.map(known -> session.call().dialplan().substitute(known, words.get(3)))));
  }

  private static String found(Optional<String> value) {
    return value.map(text -> "200 result=1 (" + text + ")").orElse("200 result=0");
  }
}
