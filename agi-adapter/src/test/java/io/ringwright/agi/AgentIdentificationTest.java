package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.DirectoryNumber;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AgentIdentificationTest {

  private static final DirectoryNumber OWN = DirectoryNumber.of("8260");

  private final AtomicLong nanoseconds = new AtomicLong(Long.MAX_VALUE - 1);
  private final ProvenAgents proven = new ProvenAgents(nanoseconds::get);
  private final AgentPhones phones =
      AgentPhones.of(new House().router).pins(AgentPins.of(Map.of("8260", "4711")));

  private void passes(Duration time) {
    nanoseconds.addAndGet(time.toNanos());
  }

  private Typed ask(String... digits) throws IOException {
    Typed typed = new Typed(digits);
    new AgentIdentification(phones, AgentSounds.standard(), proven).ask(typed);
    return typed;
  }

  /** Somebody who types. */
  private static final class Typed implements AgentIdentification.Keypad {
    private final Deque<String> digits = new ArrayDeque<>();
    private final List<String> set = new ArrayList<>();
    private final List<String> sounds = new ArrayList<>();

    Typed(String... typed) {
      digits.addAll(List.of(typed));
    }

    @Override
    public String uniqueId() {
      return "lab-1.7";
    }

    @Override
    public void setVariable(String name, String value) {
      set.add(name + "=" + value);
    }

    @Override
    public String digits(String sound, Duration between, int most) {
      sounds.add(sound);
      return digits.isEmpty() ? "" : digits.remove();
    }
  }

  @Test
  void number_and_pin_prove_whose_the_channel_is() throws IOException {
    Typed typed = ask("8260", "4711");
    assertThat(typed.set)
        .containsExactly("RW_PROOF=number", "RW_PROOF=pin", "RW_PROOF=known", "RW_DECISION=again");
    assertThat(typed.sounds).containsExactly("agent-user", "agent-pass");
    assertThat(proven.agent("lab-1.7")).contains(OWN);
    assertThat(proven.agent("lab-1.8")).isEmpty();
    passes(ProvenAgents.PROOF_HOLDS);
    assertThat(proven.agent("lab-1.7")).isEmpty();
  }

  @Test
  void after_three_tries_it_is_over() throws IOException {
    Typed typed = ask("8260", "1", "8261", "4711", "", "", "8260", "4711");
    assertThat(typed.set).endsWith("RW_SPOKEN=auth-incorrect", "RW_DECISION=say");
    assertThat(typed.set).noneMatch(each -> each.contains("4711"));
    assertThat(proven.agent("lab-1.7")).isEmpty();
  }

  @Test
  void after_five_wrong_pins_the_right_one_is_refused_for_ten_minutes() throws IOException {
    ask("8260", "1", "8260", "2", "8260", "3");
    ask("8260", "4", "8260", "5", "8260", "4711");
    assertThat(proven.agent("lab-1.7")).as("the sixth try").isEmpty();
    passes(ProvenAgents.WINDOW.minusMillis(1));
    ask("8260", "4711");
    assertThat(proven.agent("lab-1.7")).isEmpty();
    passes(Duration.ofMillis(1));
    ask("8260", "4711");
    assertThat(proven.agent("lab-1.7")).contains(OWN);
  }

  @Test
  void where_a_prompt_is_missing_the_digits_count_all_the_same() throws IOException {
    Typed typed = ask("-1", "8260", "-1", "4711");
    assertThat(typed.sounds).containsExactly("agent-user", "", "agent-pass", "");
    assertThat(proven.agent("lab-1.7")).contains(OWN);
  }

  @Test
  void without_pins_nobody_is_asked() throws IOException {
    Typed typed = new Typed("8260", "");
    new AgentIdentification(AgentPhones.of(new House().router), AgentSounds.standard(), proven)
        .ask(typed);
    assertThat(typed.sounds).isEmpty();
    assertThat(typed.set).containsExactly("RW_SPOKEN=auth-incorrect", "RW_DECISION=say");
  }
}
