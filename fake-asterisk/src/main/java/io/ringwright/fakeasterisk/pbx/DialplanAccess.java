package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.dialplan.Hint;
import io.ringwright.fakeasterisk.dialplan.ListedLine;
import io.ringwright.fakeasterisk.dialplan.Step;
import io.ringwright.fakeasterisk.dialplan.Substitution;
import io.ringwright.fakeasterisk.switchboard.Extensions;
import io.ringwright.fakeasterisk.switchboard.Fate;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import io.ringwright.fakeasterisk.switchboard.Switchboard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What channels, scripts and AMI can reach of a dialplan: its places, its variables and functions.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class DialplanAccess implements Extensions {

  private static final Pattern FUNCTION = Pattern.compile("(\\w+)\\((.*)\\)", Pattern.DOTALL);

  private final Switchboard switchboard;
  private final Dialplan dialplan;
  private final Sounds sounds;
  private final Map<String, String> globals = new TreeMap<>();
  private final Subroutines subroutines = new Subroutines();
  private final AbsoluteTimeouts timeouts = new AbsoluteTimeouts(this::exists);

  DialplanAccess(Switchboard switchboard, Dialplan dialplan, Sounds sounds) {
    this.sounds = sounds;
    this.switchboard = switchboard;
    this.dialplan = dialplan;
    this.globals.putAll(dialplan.globals());
  }

  /**
   * The switch whose channels run the dialplan.
   *
   * @return the switch
   */
  public Switchboard switchboard() {
    return switchboard;
  }

  @Override
  public boolean exists(Location place) {
    return step(place).isPresent();
  }

  @Override
  public boolean mayBeLonger(Location place) {
    return dialplan.mayBeLonger(place.context(), place.extension());
  }

  @Override
  public boolean parks(Location place) {
    return step(place).filter(step -> step.application().equalsIgnoreCase("Park")).isPresent();
  }

  /**
   * The hints of the dialplan.
   *
   * @return in the order of its text
   */
  public List<Hint> hints() {
    return dialplan.hints();
  }

  /**
   * What stands in one context.
   *
   * @param context the context
   * @return its lines, or empty if there is no such context
   */
  public Optional<List<ListedLine>> listed(String context) {
    return dialplan.listed(context);
  }

  Optional<Step> step(Location place) {
    return dialplan.step(place.context(), place.extension(), place.priority());
  }

  /**
   * Finds the priority that a text names.
   *
   * @param context the context
   * @param extension the extension
   * @param priority a number or a label
   * @return the priority, or empty if there is no such label or the number is not positive
   */
  public Optional<Integer> priority(String context, String extension, String priority) {
    if (priority.matches("\\d{1,9}")) {
      int number = Integer.parseInt(priority);
      return number > 0 ? Optional.of(number) : Optional.empty();
    }
    return dialplan.labelled(context, extension, priority).map(Step::priority);
  }

  /**
   * Has a channel go on elsewhere after the step that it is in. A channel that is being moved from
   * outside stays on its way. Source: {@code ast_explicit_goto} in Asterisk's {@code main/pbx.c}.
   *
   * @param channel the channel
   * @param place where to
   */
  public void jump(LiveChannel channel, Location place) {
    if (channel.fate() != Fate.MOVES) {
      channel.placeAt(new Location(place.context(), place.extension(), place.priority() - 1));
    }
  }

  Subroutines subroutines() {
    return subroutines;
  }

  // Variables

  /**
   * Puts variables, functions and expressions into a text.
   *
   * @param channel whose variables
   * @param text the text
   * @return the text without variables
   */
  public String substitute(LiveChannel channel, String text) {
    return new Substitution(functions(channel)).in(text);
  }

  /**
   * Reads a variable or, if the name ends in parentheses, a function.
   *
   * @param channel whose
   * @param name such as {@code EXTEN} or {@code CALLERID(num)}
   * @return the value, or empty if it was never set or there is no such function
   */
  public Optional<String> read(LiveChannel channel, String name) {
    ChannelFunctions values = functions(channel);
    Matcher function = FUNCTION.matcher(name);
    return function.matches()
        ? new Substitution(values).function(function.group(1), function.group(2))
        : values.variable(name);
  }

  private ChannelFunctions functions(LiveChannel channel) {
    return new ChannelFunctions(
        new ChannelFunctions.Home(switchboard, globals, timeouts, sounds), channel);
  }

  /**
   * Reads a variable that belongs to no channel.
   *
   * @param name such as {@code TRUNK} or {@code GLOBAL(TRUNK)}
   * @return the value, or empty if it was never set
   */
  public Optional<String> readGlobal(String name) {
    Matcher function = FUNCTION.matcher(name);
    if (!function.matches()) {
      return Optional.ofNullable(globals.get(name));
    }
    return new FreeFunctions(switchboard, dialplan, globals)
        .value(function.group(1), function.group(2));
  }

  /**
   * Sets a variable or, if the name ends in parentheses, writes a function.
   *
   * @param channel whose
   * @param name such as {@code RW_TOKEN} or {@code CHANNEL(language)}
   * @param value the value
   */
  public void write(LiveChannel channel, String name, String value) {
    Matcher function = FUNCTION.matcher(name);
    if (function.matches()) {
      functions(channel).write(function.group(1), function.group(2), value);
    } else if (!name.isEmpty()) {
      channel.set(name, value);
    }
  }

  /**
   * Sets a variable that belongs to no channel, or writes a function that needs none.
   *
   * @param name its name, such as {@code TRUNK} or {@code DEVICE_STATE(Custom:door)}
   * @param value its value
   * @return false if there is no such function, or it does not take this
   */
  public boolean writeGlobal(String name, String value) {
    Matcher function = FUNCTION.matcher(name);
    if (!function.matches()) {
      globals.put(name, value);
      return true;
    }
    return switch (function.group(1)) {
      case "GLOBAL" -> {
        globals.put(function.group(2), value);
        yield true;
      }
      case "DEVICE_STATE" -> switchboard.customStates().set(function.group(2), value);
      default -> false;
    };
  }

  /**
   * What a phone that subscribes to an extension watches.
   *
   * @param context where the phone subscribes
   * @param extension the extension
   * @return the devices of the hint, joined by {@code &}; empty if there is no such hint
   */
  public Optional<String> watched(String context, String extension) {
    return dialplan
        .hint(context, extension)
        .map(hint -> new Substitution(new HintVariables(extension)).in(hint.devices()));
  }
}
