package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.EventAnswer;
import io.ringwright.directory.PhoneList;
import io.ringwright.journal.Durability;
import io.ringwright.journal.Journal;
import io.ringwright.journal.JournalException;
import io.ringwright.journal.Proposal;
import io.ringwright.journal.StateMachine;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.InMemoryJournal;
import io.ringwright.port.Telephony;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Images and entries that a journal kept, changed in a few places and with the right hash, given to
 * an engine: it goes on from them, or refuses them with the one exception that is announced. A good
 * one that follows is taken. {@code -Dfuzz=N} tries N inputs of each kind.
 */
class KeptJournalFuzzTest {

  private static final Path FORM = Path.of("..", "core", "src", "test", "resources", "form-1");
  private static final int FEW = 20_000;

  /** After so many entries the engine begins anew, so that made-up calls do not fill it. */
  private static final int ENTRIES_OF_AN_ENGINE = 500;

  private static final String SEAL = "sha256 ";

  private final Kept kept = new Kept();
  private final String phoneList = text("phone-list.txt");
  private final Function<String, Optional<String>> phoneLists =
      hash -> hash.equals(sha256(phoneList)) ? Optional.of(phoneList) : Optional.empty();
  private final StateMachine machine = machine();
  private final String image = text("image.txt");

  /** Keeps nothing but the machine that it is opened with. */
  private static final class Kept implements Journal {
    private final Journal memory = new InMemoryJournal();
    private Optional<StateMachine> machine = Optional.empty();

    @Override
    public void open(StateMachine opened) {
      machine = Optional.of(opened);
      memory.open(opened);
    }

    @Override
    public CompletionStage<Optional<EventAnswer>> append(Proposal proposal) {
      return memory.append(proposal);
    }

    @Override
    public Durability durability() {
      return memory.durability();
    }

    @Override
    public void close() {
      memory.close();
    }
  }

  /** Moves nobody: what is replayed has no effect. */
  private static final class Unmoved implements Telephony {
    @Override
    public CompletionStage<DeliveryReport> deliver(Delivery delivery) {
      throw new AssertionError("an effect of a replay: " + delivery);
    }

    @Override
    public CompletionStage<Whereabouts> whereabouts(CallId call, Channel channel) {
      throw new AssertionError("an effect of a replay: " + call);
    }
  }

  private StateMachine machine() {
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(PhoneList.builder().build()), new Unmoved())
            .journal(kept)
            .singleThreaded()
            .build();
    assertThat(router.waitingCalls()).isEmpty();
    return kept.machine.orElseThrow();
  }

  private static int inputs() {
    return Integer.getInteger("fuzz", FEW);
  }

  @Test
  void an_image_is_gone_on_from_or_is_refused() {
    String lines = image.substring(0, image.lastIndexOf(SEAL));
    tryEach(new MutatedInputs(List.of(lines), 8), this::isRestored);
  }

  private boolean isRestored(String lines) {
    String text = lines + SEAL + sha256(lines) + "\n";
    try {
      machine.restore(9, text, phoneLists);
    } catch (JournalException refused) {
      assertThat(refused).hasMessageContaining("image");
      return false;
    }
    machine.restore(9, machine.capture().text(), phoneLists); // What it writes then can be read.
    return true;
  }

  @Test
  void an_entry_is_applied_or_refused() {
    int[] round = {0};
    MutatedInputs entries = new MutatedInputs(text("events.txt").lines().toList(), 9);
    tryEach(
        entries,
        line -> {
          if (round[0]++ % ENTRIES_OF_AN_ENGINE == 0) {
            machine.restore(9, image, phoneLists);
          }
          return isReplayed(line);
        });
  }

  private boolean isReplayed(String line) {
    try {
      machine.replay(10, line, phoneLists);
      return true;
    } catch (JournalException refused) {
      assertThat(refused).hasMessageContaining("entry 10");
      return false;
    }
  }

  private void tryEach(MutatedInputs inputs, Predicate<String> isTaken) {
    int taken = 0;
    InputCost cost = new InputCost();
    for (int round = 0; round < inputs(); round++) {
      String input = new String(inputs.next(), StandardCharsets.UTF_8);
      try {
        taken += cost.of(() -> isTaken.test(input)) ? 1 : 0;
      } catch (RuntimeException | Error unforeseen) {
        fail("round " + round + ": " + input, unforeseen);
      }
    }
    assertThat(taken).isBetween(1, inputs() - 1);
    machine.restore(9, image, phoneLists);
    assertThat(machine.capture().text()).isEqualTo(image);
  }

  private static String text(String file) {
    try {
      return Files.readString(FORM.resolve(file));
    } catch (IOException missing) {
      throw new IllegalStateException(missing);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
