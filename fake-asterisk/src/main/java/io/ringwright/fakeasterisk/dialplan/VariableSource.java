package io.ringwright.fakeasterisk.dialplan;

import java.util.Optional;

/**
 * Where the values of variables and functions come from: a channel and the switch it is on.
 *
 * <p>Thread safety: as the implementation says.
 */
public interface VariableSource {

  /**
   * The value of a variable.
   *
   * @param name its name
   * @return its value, or empty if it was never set
   */
  Optional<String> variable(String name);

  /**
   * The value of a function that asks the channel, such as {@code CALLERID(num)}.
   *
   * @param name the name of the function
   * @param arguments what stands in its parentheses, variables put in
   * @return its value, or empty if there is no such function
   */
  Optional<String> function(String name, String arguments);
}
