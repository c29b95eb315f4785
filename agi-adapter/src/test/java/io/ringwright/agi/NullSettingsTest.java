package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.CallEvents;
import io.ringwright.call.ContextName;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts.Part;
import java.lang.reflect.Array;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** No setting takes null in silence: the message names the setting. */
class NullSettingsTest {

  private final House house = new House();

  @Test
  void a_server_is_not_built_with_null() {
    FastAgiServerBuilder server = FastAgiServer.builder(house.router, House.PBX);
    refused("engine", () -> FastAgiServer.builder(absent(CallEvents.class), House.PBX));
    refused("pbx", () -> FastAgiServer.builder(house.router, absent(PbxId.class)));
    refused("address", () -> server.address(absent(InetAddress.class)));
    refused("peers", () -> server.peers(absent(Set.class)));
    refused("deadline", () -> server.deadline(absent(Duration.class)));
    refused(
        "patience for the head",
        () -> server.patience(absent(Duration.class), Duration.ofSeconds(1)));
    refused(
        "patience for a reply",
        () -> server.patience(Duration.ofSeconds(1), absent(Duration.class)));
    refused("prompts", () -> server.prompts(absent(Prompts.class)));
    refused("dialling", () -> server.dialling(absent(DialSettings.class)));
    refused("dialplan", () -> server.dialplan(absent(Dialplan.class)));
    refused("amiReports", () -> server.amiReports(absent(BooleanSupplier.class)));
    refused("clock", () -> server.clock(absent(InstantSource.class)));
    refused("script name", () -> server.script(absent(String.class), call -> {}));
    refused("script", () -> server.script("menu", absent(AgiCall.Script.class)));
  }

  @Test
  void a_call_is_not_built_with_null() {
    AgiCallBuilder call = AgiCall.builder(house.router, House.PBX);
    refused("prompts", () -> call.prompts(absent(Prompts.class)));
    refused("dialling", () -> call.dialling(absent(DialSettings.class)));
    refused("dialplan", () -> call.dialplan(absent(Dialplan.class)));
    refused("amiReports", () -> call.amiReports(absent(BooleanSupplier.class)));
    refused("clock", () -> call.clock(absent(InstantSource.class)));
  }

  @Test
  void a_dialplan_is_not_built_with_null() {
    Dialplan.Builder dialplan = Dialplan.builder();
    refused(
        "part of the dialplan", () -> dialplan.context(absent(Part.class), ContextName.of("x")));
    refused("context", () -> dialplan.context(Part.WAIT, absent(ContextName.class)));
    refused("agi host", () -> dialplan.agi(absent(String.class), 1));
    refused("music", () -> dialplan.music(absent(String.class)));
    refused("keepAliveEvery", () -> dialplan.keepAliveEvery(absent(Duration.class)));
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
