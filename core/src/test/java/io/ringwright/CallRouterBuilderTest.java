package io.ringwright;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.directory.PhoneList;
import io.ringwright.event.EventRecorder;
import io.ringwright.journal.Journal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.Directory;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.lang.reflect.Array;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** No setting takes null in silence: the message names the setting. */
class CallRouterBuilderTest {

  @Test
  void a_router_is_not_built_with_null() {
    Directory directory = new InMemoryDirectory(PhoneList.builder().build());
    CallRouterBuilder builder = CallRouter.builder(directory);
    refused("directory", () -> CallRouter.builder(absent(Directory.class)));
    refused("telephony", () -> CallRouter.builder(directory, absent(Telephony.class)));
    refused("journal", () -> builder.journal(absent(Journal.class)));
    refused("listener", () -> builder.listener(absent(RoutingListener.class)));
    refused("recorder", () -> builder.recorder(absent(EventRecorder.class)));
    refused("clock", () -> builder.clock(absent(InstantSource.class)));
    refused("effectsOn", () -> builder.effectsOn(absent(Executor.class)));
  }

  private static void refused(String setting, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(NullPointerException.class)
        .hasMessageStartingWith(setting + " is null: expected ");
  }

  /** What the compiler would not let a caller write. */
  private static <T> T absent(Class<T> type) {
    return type.cast(Array.get(Array.newInstance(type, 1), 0));
  }
}
