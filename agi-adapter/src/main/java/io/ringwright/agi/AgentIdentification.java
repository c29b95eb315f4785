package io.ringwright.agi;

import io.ringwright.RouterSetup;
import io.ringwright.agi.AgentSounds.Part;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.dialplan.AgentVariables;
import io.ringwright.dialplan.ChannelVariables;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks an agent at another phone for number and PIN, three times at most. What is typed goes over
 * the AGI connection and nowhere else: into no variable, no log, no text of an exception.
 *
 * <p>Thread safety: may be used by many threads.
 */
final class AgentIdentification {

  private static final int TRIES = 3;
  private static final Duration BETWEEN_DIGITS = Duration.ofSeconds(6);
  private static final int LONGEST_NUMBER = 20;
  private static final int LONGEST_PIN = 12;

  private final AgentPhones settings;
  private final AgentSounds sounds;
  private final ProvenAgents proven;

  AgentIdentification(AgentPhones settings, AgentSounds sounds, ProvenAgents proven) {
    this.settings = settings;
    this.sounds = sounds;
    this.proven = proven;
  }

  /** The channel of an agent, as far as it is needed here. */
  interface Keypad {

    /** The unique id of the channel. */
    String uniqueId();

    /** Sets a channel variable. */
    void setVariable(String name, String value) throws IOException;

    /**
     * Plays a sound, and takes digits up to a hash.
     *
     * @param sound its name; empty for none
     * @param between how long the next digit is awaited
     * @param most how many digits there are at the most
     * @return the digits; {@code -1} if there is no such sound
     */
    String digits(String sound, Duration between, int most) throws IOException;
  }

  /** Asks, and leaves the proof with the channel, or the sound that says that there is none. */
  void ask(Keypad channel) throws IOException {
    Optional<AgentPins> pins = settings.pins();
    for (int tried = 0; pins.isPresent() && tried < TRIES; tried++) {
      Optional<DirectoryNumber> agent = tried(channel, pins.get());
      if (agent.isPresent()) {
        proven.prove(channel.uniqueId(), agent.get());
        channel.setVariable(AgentVariables.PROOF, "known");
        channel.setVariable(ChannelVariables.DECISION, AgentVariables.AGAIN);
        return;
      }
    }
    String sound = new AgentSentence(sounds).say(Part.WRONG_PIN).text();
    channel.setVariable(AgentVariables.SPOKEN, sound);
    channel.setVariable(ChannelVariables.DECISION, AgentVariables.SAY);
  }

  private Optional<DirectoryNumber> tried(Keypad channel, AgentPins pins) throws IOException {
    channel.setVariable(AgentVariables.PROOF, "number");
    String number = digits(channel, Part.NUMBER, LONGEST_NUMBER);
    channel.setVariable(AgentVariables.PROOF, "pin");
    String pin = digits(channel, Part.PIN, LONGEST_PIN);
    Optional<DirectoryNumber> agent = DirectoryNumber.parse(number).filter(this::isExtension);
    if (agent.isEmpty() || !proven.mayTry(agent.get())) {
      return Optional.empty();
    }
    if (pin.isEmpty() || !pins.matches(agent.get(), pin)) {
      proven.wrong(agent.get());
      return Optional.empty();
    }
    return agent;
  }

  private boolean isExtension(DirectoryNumber number) {
    return settings.router().setup().map(RouterSetup::phones).orElseThrow().hasExtension(number);
  }

  /** Where the sound is missing Asterisk takes no digit, and is asked again without. */
  private String digits(Keypad channel, Part part, int most) throws IOException {
    String sound = new AgentSentence(sounds).say(part).text();
    String typed = channel.digits(sound, BETWEEN_DIGITS, most);
    if (typed.equals("-1") && !sound.isEmpty()) {
      typed = channel.digits("", BETWEEN_DIGITS, most);
    }
    return typed.equals("-1") ? "" : typed;
  }
}
