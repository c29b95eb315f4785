package io.ringwright.fakeasterisk.agi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The commands a script may give, by their first words. Source: {@code agi_handle_command} and the
 * table {@code commands} in Asterisk's {@code res/res_agi.c}. Belongs to the timeline's thread.
 */
final class AgiCommands {

  private static final int MOST_WORDS_OF_A_NAME = 3;

  private final Map<String, Command> byName = new LinkedHashMap<>();

  /**
   * One command.
   *
   * @param onDead whether it works on a channel that has been hung up
   * @param words how many words the whole command has at least, its name included
   * @param most how many at most
   * @param usage what is said to who calls it wrongly
   * @param work what it does
   */
  record Command(boolean onDead, int words, int most, String usage, Work work) {}

  /** What a command does: it answers the session, at once or later. */
  @FunctionalInterface
  interface Work {

    void carryOut(AgiSession session, List<String> words);
  }

  void add(String name, Command command) {
    byName.put(name, command);
  }

  void carryOut(AgiSession session, List<String> words) {
    Command command = find(words);
    if (command == null) {
      session.reply("510 Invalid or unknown command");
    } else if (session.isDead() && !command.onDead()) {
      session.reply("511 Command Not Permitted on a dead channel or intercept routine");
    } else if (words.size() < command.words() || words.size() > command.most()) {
      session.replyUsage(command.usage());
    } else {
      command.work().carryOut(session, words);
    }
  }

  private @Nullable Command find(List<String> words) {
    for (int length = Math.min(words.size(), MOST_WORDS_OF_A_NAME); length > 0; length--) {
      String name = String.join(" ", words.subList(0, length)).toLowerCase(Locale.ROOT);
      Command command = byName.get(name);
      if (command != null) {
        return command;
      }
    }
    return null;
  }
}
