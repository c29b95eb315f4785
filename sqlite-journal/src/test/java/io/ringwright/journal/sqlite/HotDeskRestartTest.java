package io.ringwright.journal.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.CallRouter;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotDeskRestartTest {

  private static final DirectoryNumber ANNA = DirectoryNumber.of("100");
  private static final Device DESK = Device.of("PJSIP/109");

  @TempDir Path folder;

  private CallRouter router() {
    PhoneList phones =
        PhoneList.builder().extension("100", anna -> anna.device("PJSIP/100")).build();
    return CallRouter.builder(new InMemoryDirectory(phones))
        .journal(SqliteJournal.at(folder.resolve("calls")).build())
        .singleThreaded()
        .build();
  }

  private static Optional<Device> deskOf(CallRouter router) {
    return router.setup().orElseThrow().phones().desks().of(ANNA);
  }

  @Test
  void who_sits_at_another_phone_sits_there_after_a_restart_until_the_desk_is_left() {
    try (CallRouter first = router()) {
      assertThat(first.sitAt(ANNA, DESK).toCompletableFuture().join().isDone()).isTrue();
    }
    try (CallRouter second = router()) {
      assertThat(deskOf(second)).contains(DESK);
      assertThat(second.leaveDesk(ANNA).toCompletableFuture().join().isDone()).isTrue();
    }
    try (CallRouter third = router()) {
      assertThat(deskOf(third)).isEmpty();
    }
  }
}
