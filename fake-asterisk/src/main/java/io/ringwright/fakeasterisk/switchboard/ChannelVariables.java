package io.ringwright.fakeasterisk.switchboard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables of a channel. A name with one underscore in front is inherited by the phones that
 * the channel calls, with two also by those that they call. Source: {@code
 * pbx_builtin_setvar_helper} in Asterisk's {@code main/pbx_variables.c}. One thread.
 */
final class ChannelVariables {

  private final Map<String, Variable> byName = new LinkedHashMap<>();

  private record Variable(String value, int generations) {}

  void set(String name, String value) {
    int underscores = name.startsWith("__") ? 2 : name.startsWith("_") ? 1 : 0;
    String bare = name.substring(underscores);
    byName.remove(bare);
    byName.put(bare, new Variable(value, underscores));
  }

  /** Takes over what another channel knew, behind what this one knows by the same name. */
  void addBehind(ChannelVariables others) {
    Map<String, Variable> own = new LinkedHashMap<>(byName);
    byName.clear();
    byName.putAll(others.byName);
    byName.keySet().removeAll(own.keySet());
    byName.putAll(own);
    others.byName.clear();
  }

  Optional<String> value(String name) {
    return Optional.ofNullable(byName.get(name)).map(Variable::value);
  }

  /** Names and values, the newest first, as Asterisk lists them. */
  Map<String, String> newestFirst() {
    List<String> names = new ArrayList<>(byName.keySet());
    Collections.reverse(names);
    Map<String, String> listed = new LinkedHashMap<>();
    names.forEach(name -> value(name).ifPresent(value -> listed.put(name, value)));
    return listed;
  }

  /** Names with the underscores by which they are inherited, and values. */
  Map<String, String> whole() {
    Map<String, String> whole = new LinkedHashMap<>();
    byName.forEach(
        (name, variable) -> whole.put("_".repeat(variable.generations()) + name, variable.value()));
    return whole;
  }

  /** What a phone that the channel calls gets of them: names as they are to be set there. */
  Map<String, String> inherited() {
    Map<String, String> passed = new LinkedHashMap<>();
    byName.forEach(
        (name, variable) -> {
          if (variable.generations() > 0) {
            passed.put((variable.generations() == 2 ? "__" : "") + name, variable.value());
          }
        });
    return passed;
  }
}
