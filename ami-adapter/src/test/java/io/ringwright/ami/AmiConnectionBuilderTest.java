package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.SwitchEvents;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.InstalledDialplan;
import java.lang.reflect.Array;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLContext;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** No setting takes null in silence: the message names the setting. */
class AmiConnectionBuilderTest {

  @Test
  void a_connection_is_not_built_with_null() {
    RecordedEvents engine = new RecordedEvents();
    AmiConnectionBuilder ami = AmiConnection.builder(engine, new AmiTelephony());
    refused("engine", () -> AmiConnection.builder(absent(SwitchEvents.class), new AmiTelephony()));
    refused("telephony", () -> AmiConnection.builder(engine, absent(AmiTelephony.class)));
    refused("pbx", () -> ami.pbx(absent(PbxId.class)));
    refused("address", () -> ami.address(absent(String.class), 5038));
    refused("login name", () -> ami.login(absent(String.class), "x"));
    refused("login password", () -> ami.login("x", absent(String.class)));
    refused("tls", () -> ami.tls(absent(SSLContext.class)));
    refused("dialplan", () -> ami.dialplan(absent(InstalledDialplan.class)));
    refused("dialOptions", () -> ami.dialOptions(absent(String.class)));
    refused("callBackBy", () -> ami.callBackBy(absent(String.class)));
  }

  @Test
  void a_time_is_not_null() {
    AmiConnectionBuilder ami = AmiConnection.builder(new RecordedEvents(), new AmiTelephony());
    Duration none = absent(Duration.class);
    refused("callBackRingTime", () -> ami.callBackRingTime(none));
    refused("replyLimit", () -> ami.replyLimit(none));
    refused("pingEvery", () -> ami.pingEvery(none));
    refused("reconcileEvery", () -> ami.reconcileEvery(none));
    refused("shortest wait of retryBetween", () -> ami.retryBetween(none, Duration.ofSeconds(1)));
    refused("longest wait of retryBetween", () -> ami.retryBetween(Duration.ofSeconds(1), none));
    refused("clock", () -> ami.clock(absent(InstantSource.class)));
    refused("chance", () -> ami.chance(absent(RandomGenerator.class)));
    refused("onFindings", () -> ami.onFindings(absent(Consumer.class)));
    refused("listenersOn", () -> ami.listenersOn(absent(Executor.class)));
    refused("onStateChange", () -> ami.onStateChange(absent(Consumer.class)));
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
