package io.ringwright.ami;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A wire without an Asterisk: keeps what is sent, and makes answers to it. */
final class RecordingWire implements PendingActions.Wire {

  private final List<AmiMessage> sent = new ArrayList<>();
  private boolean broken;

  @Override
  public void send(byte[] bytes) throws IOException {
    if (broken) {
      throw new IOException("Broken pipe");
    }
    sent.add(AmiMessage.of(new String(bytes, StandardCharsets.UTF_8).lines().toList()));
  }

  void breakDown() {
    broken = true;
  }

  List<String> actions() {
    return sent.stream().map(action -> action.header("action")).toList();
  }

  /** The last action of this name. */
  AmiMessage last(String action) {
    return sent.stream()
        .filter(each -> each.header("action").equals(action))
        .reduce((first, second) -> second)
        .orElseThrow(() -> new AssertionError(action + " was not sent, but " + actions()));
  }

  /** An answer to the last action of this name. */
  AmiMessage answer(String action, String... lines) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.add("ActionID: " + last(action).actionId());
    return AmiMessage.of(all);
  }

  /** An item, which looks like an event, of the list that this action asked for. */
  AmiMessage item(String action, AmiMessage event) {
    List<String> lines = new ArrayList<>();
    event.headers().forEach((key, value) -> lines.add(key + ": " + value));
    event.variables().forEach((key, value) -> lines.add("Variable: " + key + "=" + value));
    return answer(action, lines.toArray(String[]::new));
  }
}
