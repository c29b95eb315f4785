package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.journal.Journal;
import io.ringwright.journal.JournalException;
import io.ringwright.memory.InMemoryDirectory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A router does not start on a journal that it cannot understand in full: the message names the
 * file, the entry and what is wrong with it, and says what helps. Nothing is dropped, and nothing
 * is changed.
 */
class RefusedStartTest {

  /** The host's own strategy: whoever has the highest number. */
  private record HighestNumber() implements Strategy {
    @Override
    public String words() {
      return "highest number";
    }

    @Override
    public List<Contender> next(List<Contender> equals, Memory memory) {
      return List.of(equals.get(equals.size() - 1));
    }
  }

  private static final PhoneList PHONES =
      PhoneList.builder()
          .extension("100", anna -> anna.device("PJSIP/100"))
          .huntGroup("700", all -> all.member("100"))
          .build();

  private static final String OTHER_VERSION =
      "Start the version of Ringwright that wrote it, or restore the journal from a backup.";

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("calls");
  }

  private SqliteJournalBuilder journal() {
    return SqliteJournal.at(file()).imageEvery(100).patience(Duration.ofMinutes(1));
  }

  private static CallRouter router(PhoneList phones, Journal journal) {
    return CallRouter.builder(new InMemoryDirectory(phones))
        .journal(journal)
        .singleThreaded()
        .build();
  }

  /** Entry 1 is the start, 2 the phone list, 3 the first of these calls. */
  private void calls(PhoneList phones, Journal journal, int calls) {
    try (CallRouter router = router(phones, journal)) {
      for (int nth = 1; nth <= calls; nth++) {
        router.callArrived(
            new InboundCall(
                CallId.of("c" + nth),
                new Channel(PbxId.of("pbx"), "PJSIP/trunk-" + nth),
                CallerId.of("0301234567"),
                DirectoryNumber.of("700"),
                InboundCall.CalledAs.ANY,
                Priority.NORMAL));
      }
      if (calls > 100) {
        Journals.await(() -> newestImage() == 100);
      }
    }
  }

  private long newestImage() {
    try (Connection connection = Connections.readOnly(file())) {
      return Connections.number(connection, "SELECT max(sequence) FROM image");
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private String refusal() {
    SqliteJournal journal = journal().build();
    JournalException refused =
        catchThrowableOfType(JournalException.class, () -> router(PHONES, journal));
    journal.close();
    return String.valueOf(refused.getMessage());
  }

  private void refused(String finding, String remedy) {
    assertThat(refusal()).isEqualTo("journal " + file() + ": " + finding + "\n" + remedy);
  }

  @Test
  void an_event_of_another_version_is_named_with_its_entry() {
    calls(
        PHONES,
        OtherVersion.writing(journal().build(), text -> text.replace(" arrived ", " beamed ")),
        1);
    refused("entry 3 cannot be read: event 'beamed' is not known to this version", OTHER_VERSION);
  }

  @Test
  void an_event_that_no_longer_parses_is_named_with_its_entry_and_the_field() {
    calls(
        PHONES,
        OtherVersion.writing(journal().build(), text -> text.replace(" as=any ", " as=whatever ")),
        1);
    refused(
        "entry 3 cannot be read: field as='whatever': expected one of"
            + " [extension, hunt-group, any]",
        OTHER_VERSION);
  }

  @Test
  void an_image_of_another_version_is_named() {
    calls(
        PHONES,
        OtherVersion.writing(
            journal().build(), text -> text.replace("ringwright-image 1", "ringwright-image 2")),
        120);
    refused(
        "the image after entry 100 cannot be read: image, line 1: the image has version 2 of its"
            + " form: expected version 1.",
        "Start the version of Ringwright that wrote it");
  }

  @Test
  void a_phone_list_that_the_journal_does_not_have_is_named() {
    calls(PHONES, OtherVersion.withoutPhoneLists(journal().build()), 1);
    assertThat(refusal())
        .startsWith("journal " + file() + ": entry 2 cannot be read: field sha256='")
        .contains("the phone list with sha256 " + PhoneListText.of(PHONES).sha256())
        .endsWith(" is not in the journal.\nRestore the journal from a backup");
  }

  @Test
  void a_strategy_that_is_not_there_any_more_is_named_until_it_is_given() {
    calls(ownStrategy(), journal().build(), 1);
    assertThat(refusal())
        .startsWith("journal " + file() + ": entry 2 cannot be read: field sha256='")
        .contains(
            "hunt group 700 uses the strategy \"highest number\", which is not there: none is given.")
        .endsWith(
            "\nGive the strategy of this name where the text is read: for the journal of a router, CallRouterBuilder.strategy(...).");
    opensWithTheStrategy(1);
  }

  @Test
  void a_strategy_that_an_image_needs_is_named_until_it_is_given() {
    calls(ownStrategy(), journal().build(), 101);
    assertThat(refusal())
        .startsWith(
            "journal " + file() + ": the image after entry 100 cannot be read: image, line ")
        .contains("hunt group 700 uses the strategy \"highest number\", which is not there")
        .endsWith("CallRouterBuilder.strategy(...).");
    opensWithTheStrategy(101);
  }

  private static PhoneList ownStrategy() {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .huntGroup("700", all -> all.strategy(new HighestNumber()).member("100"))
        .build();
  }

  /** Nothing was changed by the refusal: all calls are there. */
  private void opensWithTheStrategy(int calls) {
    try (CallRouter again =
        CallRouter.builder(new InMemoryDirectory(PHONES))
            .journal(journal().build())
            .strategy(new HighestNumber())
            .build()) {
      assertThat(again.waitingCalls()).hasSize(calls - 1);
    }
  }
}
