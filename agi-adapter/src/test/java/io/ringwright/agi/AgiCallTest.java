package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ringwright.CallRouter;
import io.ringwright.agi.AgiCall.End;
import io.ringwright.agi.AsteriskSide.Exchange;
import io.ringwright.agi.AsteriskSide.Question;
import io.ringwright.call.ContextName;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingDecision;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Own scripts, run by our server, against an Asterisk that replies as it is told. */
class AgiCallTest {

  private static final String UNIQUE_ID = "lab-1700000000.12";
  private static final String CALL = UNIQUE_ID + "@lab";
  private static final Prompts ALL =
      Prompts.none()
          .answered()
          .language("fr")
          .welcome("custom/welcome")
          .sayingTheExtension()
          .operator("custom/operator");

  private final House house = new House();
  private final CompletableFuture<End> end = new CompletableFuture<>();

  private Exchange call(String number, UnaryOperator<String> replies)
      throws IOException, InterruptedException, ExecutionException, TimeoutException {
    try (FastAgiServer server = server(number).start()) {
      Exchange exchange = AsteriskSide.ask(server.port(), new Question("desk"), replies);
      end.get(10, TimeUnit.SECONDS);
      return exchange;
    }
  }

  private FastAgiServerBuilder server(String number) {
    return house
        .server()
        .prompts(ALL)
        .dialplan(Dialplan.builder().context(Part.REJECT, ContextName.of("menu")).build())
        .script("desk", call -> end.complete(perform(call, number)));
  }

  private static End perform(AgiCall call, String number) {
    return call.perform(
        call.arrived(DirectoryNumber.of(number), CalledAs.ANY, Priority.of(3)).decision());
  }

  /** Replies that everything went well, and that Dial ended so. */
  private static UnaryOperator<String> dialEndsWith(String status) {
    return command ->
        command.contains("DIALSTATUS") ? "200 result=1 (" + status + ")" : "200 result=0";
  }

  @Test
  void a_caller_is_greeted_and_put_through() throws Exception {
    Exchange exchange = call("8260", dialEndsWith("ANSWER"));

    assertThat(end.get()).isEqualTo(End.ANSWERED);
    assertThat(exchange.commands())
        .containsExactly(
            "EXEC \"Answer\" \"\"",
            "SET VARIABLE \"CHANNEL(language)\" \"fr\"",
            "EXEC \"Playback\" \"custom/welcome\"",
            "EXEC \"SayDigits\" \"8260\"",
            "EXEC \"Playback\" \"custom/operator\"",
            "EXEC \"Dial\" \"PJSIP/8260,20,\"",
            "GET VARIABLE \"DIALSTATUS\"");
    assertThat(house.firstEnd()).isEqualTo(CALL + " ANSWERED");
  }

  @Test
  void all_phones_of_a_group_are_dialled_at_once_and_none_is_announced() throws Exception {
    Exchange exchange = call("700", dialEndsWith("ANSWER"));

    assertThat(exchange.commands())
        .contains("EXEC \"Dial\" \"PJSIP/8260&PJSIP/8261,20,\"")
        .noneMatch(command -> command.contains("SayDigits") || command.contains("operator"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"NOANSWER", "BUSY", "CONGESTION", "CHANUNAVAIL", "DONTCALL", ""})
  void a_caller_whom_nobody_took_goes_on_to_wait(String status) throws Exception {
    Exchange exchange = call("8260", dialEndsWith(status));

    assertThat(end.get()).isEqualTo(End.WAITING);
    assertThat(exchange.variables())
        .containsEntry("RW_CALL", CALL)
        .containsEntry("RW_GROUP", "8260")
        .containsEntry("RW_PRIORITY", "3")
        .containsEntry("RW_SINCE", "1700000000123")
        .containsEntry("RW_REPORT", "");
    assertThat(exchange.commands())
        .endsWith("SET CONTEXT \"ringwright-wait\"", "SET EXTENSION \"s\"", "SET PRIORITY \"1\"");
    assertThat(house.router.waitingCalls()).hasSize(1);
  }

  @Test
  void while_the_first_snapshot_is_awaited_a_caller_is_told_when_to_give_the_next_sign_of_life()
      throws Exception {
    house.router.pbxDisconnected(House.PBX);
    house.router.pbxExpected(House.PBX);
    Exchange exchange = call("8260", dialEndsWith("NOANSWER"));

    assertThat(end.get()).isEqualTo(End.WAITING);
    assertThat(exchange.variables()).containsEntry("RW_ALIVE", "5");
  }

  @Test
  void after_a_ring_without_an_answer_a_caller_is_told_when_to_give_the_next_sign_of_life()
      throws Exception {
    Exchange exchange =
        call(
            "8260",
            command -> {
              if (command.contains("\"Dial\"")) {
                house.router.pbxDisconnected(House.PBX);
                house.router.pbxExpected(House.PBX);
              }
              return dialEndsWith("NOANSWER").apply(command);
            });

    assertThat(end.get()).isEqualTo(End.WAITING);
    assertThat(exchange.variables()).containsEntry("RW_ALIVE", "5");
  }

  @Test
  void who_waits_as_ever_gives_signs_of_life_as_ever_whatever_an_earlier_wait_was_told()
      throws Exception {
    Exchange exchange = call("8260", dialEndsWith("NOANSWER"));

    assertThat(exchange.variables()).containsEntry("RW_ALIVE", "");
  }

  @Test
  void a_caller_who_is_handed_back_goes_on_where_the_setting_says() throws Exception {
    Exchange exchange = call("8265", dialEndsWith(""));

    assertThat(end.get()).isEqualTo(End.HANDED_BACK);
    assertThat(exchange.commands())
        .endsWith("SET CONTEXT \"night\"", "SET EXTENSION \"s\"", "SET PRIORITY \"1\"");
  }

  @Test
  void a_caller_forwarded_outside_goes_on_to_the_outbound_context() throws Exception {
    Exchange exchange = call("8263", dialEndsWith(""));

    assertThat(end.get()).isEqualTo(End.DIVERTED);
    assertThat(exchange.commands())
        .endsWith(
            "SET CONTEXT \"ringwright-outbound\"",
            "SET EXTENSION \"+493012345\"",
            "SET PRIORITY \"1\"");
  }

  @Test
  void a_rejected_caller_hears_nothing_and_goes_on_to_the_reject_context() throws Exception {
    Exchange exchange = call("9999", dialEndsWith(""));

    assertThat(end.get()).isEqualTo(End.REJECTED);
    assertThat(exchange.variables()).containsEntry("RW_REASON", "unknown-number");
    assertThat(exchange.commands())
        .noneMatch(command -> command.startsWith("EXEC"))
        .contains("SET CONTEXT \"menu\"");
  }

  @ParameterizedTest
  @CsvSource({
    "EXEC \"Answer\", 1",
    "EXEC \"Playback\" \"custom/welcome\", 3",
    "EXEC \"SayDigits\", 4",
    "EXEC \"Playback\" \"custom/operator\", 5"
  })
  void a_caller_who_hangs_up_during_a_prompt_is_not_dialled_for(String prompt, int commands)
      throws Exception {
    Exchange exchange =
        call("8260", command -> command.startsWith(prompt) ? "200 result=-1" : "200 result=0");

    assertThat(end.get()).isEqualTo(End.CALLER_GONE);
    assertThat(exchange.commands()).hasSize(commands);
    assertThat(house.firstEnd()).isEqualTo(CALL + " ABANDONED");
  }

  @Test
  void a_sound_that_is_missing_stops_nobody() throws Exception {
    call(
        "8260",
        command ->
            command.contains("Playback") ? "200 result=0" : dialEndsWith("ANSWER").apply(command));

    assertThat(end.get()).isEqualTo(End.ANSWERED);
  }

  @Test
  void a_caller_who_hangs_up_while_it_rings_has_given_up() throws Exception {
    call(
        "8260",
        command -> {
          if (command.contains("\"Dial\"")) {
            return "200 result=-1\nHANGUP";
          }
          return dialEndsWith("CANCEL").apply(command);
        });

    assertThat(end.get()).isEqualTo(End.CALLER_GONE);
    assertThat(house.firstEnd()).isEqualTo(CALL + " ABANDONED");
  }

  @Test
  void a_talk_that_has_ended_is_answered_although_the_caller_is_gone() throws Exception {
    call(
        "8260",
        command ->
            command.contains("\"Dial\"")
                ? "200 result=-1\nHANGUP"
                : dialEndsWith("ANSWER").apply(command));

    assertThat(end.get()).isEqualTo(End.ANSWERED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "511 Command Not Permitted on a dead channel or intercept routine",
        "510 Invalid or unknown command",
        "520-Invalid command syntax.  Proper usage follows:\nUsage: x\n520 End of proper usage."
      })
  void a_command_that_asterisk_refuses_ends_the_call_for_us(String refusal) throws Exception {
    call("8260", command -> command.startsWith("SET VARIABLE") ? refusal : "200 result=0");

    assertThat(end.get()).isEqualTo(End.CALLER_GONE);
    assertThat(house.firstEnd()).isEqualTo(CALL + " ABANDONED");
  }

  @Test
  void an_asterisk_that_dies_ends_the_call_for_us() throws Exception {
    try (FastAgiServer server = server("8260").start();
        AsteriskSide asterisk = new AsteriskSide(server.port())) {
      asterisk.send(new Question("desk").head());
      asterisk.close();

      assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(End.CALLER_GONE);
    }
  }

  @Test
  void a_script_that_throws_harms_nobody() throws Exception {
    AgiCall.Script broken =
        call -> {
          throw new IllegalStateException("on purpose");
        };
    try (FastAgiServer server = house.server().script("broken", broken).start()) {
      assertThat(AsteriskSide.ask(server.port(), "broken").commands()).isEmpty();
      assertThat(AsteriskSide.ask(server.port(), "route", "8260").decision()).isEqualTo("ring");
    }
  }

  @Test
  void a_closing_server_cuts_scripts_off() throws Exception {
    FastAgiServer server = server("8260").start();
    try (AsteriskSide asterisk = new AsteriskSide(server.port())) {
      asterisk.send(new Question("desk").head());
      // Replies to the prompts, and never to Dial.
      CountDownLatch dialling = new CountDownLatch(1);
      Thread caller = new Thread(() -> serveUntilDial(asterisk, dialling));
      caller.start();
      assertThat(dialling.await(10, TimeUnit.SECONDS)).isTrue();
      server.close();
      caller.join();
    }

    assertThat(end.get(10, TimeUnit.SECONDS)).isEqualTo(End.CALLER_GONE);
  }

  @Test
  void own_sessions_of_any_kind_will_do() {
    Tape tape = new Tape();
    AgiCall call =
        AgiCall.builder(house.router, House.PBX)
            .dialling(new DialSettings("tr"))
            .amiReports(() -> true)
            .clock(() -> House.NOW)
            .prompts(Prompts.none().answered())
            .dialplan(Dialplan.standard())
            .on(tape);

    assertThat(perform(call, "8260")).isEqualTo(End.ANSWERED);
    assertThat(call.session()).isSameAs(tape);
    assertThat(tape.heard).containsExactly("Answer()", "Dial(PJSIP/8260,20,tr)");
  }

  @Test
  void all_contacts_of_an_account_are_asked_for_before_they_are_dialled() {
    Tape tape = new Tape();
    tape.contacts = "PJSIP/8301/sip:a@10.0.0.1&PJSIP/8301/sip:b@10.0.0.2";

    assertThat(perform(contacts(tape), "100")).isEqualTo(End.ANSWERED);
    assertThat(tape.heard)
        .containsExactly("Dial(PJSIP/8301/sip:a@10.0.0.1&PJSIP/8301/sip:b@10.0.0.2,20,)");
  }

  @Test
  void an_account_without_contacts_is_not_reachable_and_not_dialled() {
    Tape tape = new Tape();

    assertThat(perform(contacts(tape), "100")).isEqualTo(End.WAITING);
    assertThat(tape.heard).noneMatch(each -> each.startsWith("Dial"));
  }

  private static AgiCall contacts(Tape tape) {
    PhoneList list = PhoneList.builder().extension("100", anna -> anna.allContacts("8301")).build();
    CallRouter router = CallRouter.builder(new InMemoryDirectory(list)).build();
    return AgiCall.builder(router, House.PBX).on(tape);
  }

  @Test
  void a_call_must_have_arrived_before_anything_is_done() {
    AgiCall call = AgiCall.builder(house.router, House.PBX).on(new Tape());
    RoutingDecision reject = new RoutingDecision.Reject(RejectReason.LOOP);

    assertThatIllegalStateException().isThrownBy(() -> call.perform(reject));
  }

  private static void serveUntilDial(AsteriskSide asterisk, CountDownLatch dialling) {
    try {
      asterisk.serve(
          command -> {
            boolean dials = command.contains("\"Dial\"");
            if (dials) {
              dialling.countDown();
            }
            return dials ? "100 Trying" : "200 result=0";
          });
    } catch (IOException cutOff) {
      // As expected.
    }
  }

  /** A session that writes down what it is told, on which somebody always answers. */
  private static final class Tape implements AgiSession {
    private final List<String> heard = new java.util.ArrayList<>();
    private String contacts = "";

    @Override
    public String environment(String name) {
      return switch (name) {
        case "uniqueid" -> UNIQUE_ID;
        case "channel" -> "PJSIP/trunk-00000001";
        default -> "unknown";
      };
    }

    @Override
    public int execute(String application, String arguments) {
      heard.add(application + "(" + arguments + ")");
      return 0;
    }

    @Override
    public String variable(String name) {
      return name.equals("PJSIP_DIAL_CONTACTS(8301)") ? contacts : "ANSWER";
    }

    @Override
    public void setVariable(String name, String value) {
      heard.add(name + "=" + value);
    }

    @Override
    public void continueAt(ContextName context, String extension) {
      heard.add("Goto " + context);
    }
  }
}
