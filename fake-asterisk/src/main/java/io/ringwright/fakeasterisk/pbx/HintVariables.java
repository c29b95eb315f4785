package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.VariableSource;
import java.util.Optional;

/**
 * What a hint with a pattern knows when a phone subscribes: the extension. Source: {@code
 * ast_add_extension2_lockopt} in Asterisk's {@code main/pbx.c}.
 */
record HintVariables(String extension) implements VariableSource {

  @Override
  public Optional<String> variable(String name) {
    return name.equals("EXTEN") ? Optional.of(extension) : Optional.empty();
  }

  @Override
  public Optional<String> function(String name, String arguments) {
    return Optional.empty();
  }
}
