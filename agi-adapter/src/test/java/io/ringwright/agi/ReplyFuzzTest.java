package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.ringwright.agi.AsteriskSide.Question;
import io.ringwright.call.ContextName;
import io.ringwright.testkit.ErrorOutput;
import io.ringwright.testkit.InputCost;
import io.ringwright.testkit.MutatedInputs;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import org.asteriskjava.fastagi.internal.DefaultAgiChannelFactory;
import org.asteriskjava.fastagi.internal.FastAgiConnectionHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What Asterisk replies to the commands of a script, changed in a few places, through
 * asterisk-java: a script sees answers, or the one exception that says that the session is over; a
 * session after it is served as any other. {@code -Dfuzz=N} tries N inputs.
 */
class ReplyFuzzTest {

  private static final int FEW = 20_000;

  private static final List<String> GOOD =
      List.of(
          "200 result=0\n200 result=1 (8260)\n" + "200 result=1\n".repeat(5),
          "200 result=-1\n200 result=0\n511 Command Not Permitted on a dead channel\n",
          "200 result=-2\n200 result=1 (a (b) \"c\")\n200 result=1\nHANGUP\n"
              + "200 result=0\n".repeat(5),
          "510 Invalid or unknown command\n200 result=1\n",
          "520-Invalid command syntax.  Proper usage follows:\nSets a variable to the specified"
              + " value.\n520 End of proper usage.\n200 result=1\n",
          "200 result=65 endpos=1200\n200 result=1 (timeout)\n200 result= (timeout)\n");

  private static final int COMMANDS = 5;

  private final ErrorOutput log = ErrorOutput.kept();

  private final ScheduledThreadPoolExecutor clockwork = new ScheduledThreadPoolExecutor(1);
  private final AgiConnection.Limits limits =
      new AgiConnection.Limits(
          new Watchdog(clockwork, Duration.ofMinutes(5)), Duration.ofMinutes(5));

  @AfterEach
  void stop() {
    clockwork.shutdownNow();
  }

  @AfterEach
  void letItGo() {
    log.close();
  }

  @Test
  void whatever_asterisk_replies_is_an_answer_or_the_end_of_the_session() {
    MutatedInputs inputs = new MutatedInputs(GOOD, 7);
    int served = 0;
    int all = Integer.getInteger("fuzz", FEW);
    InputCost cost = new InputCost(log::takeLines);
    for (int round = 0; round < all; round++) {
      byte[] input = inputs.next();
      try {
        served += cost.of(() -> answers(input).size() == COMMANDS) ? 1 : 0;
        if (round % 1000 == 0) {
          assertThat(answers(GOOD.get(0).getBytes(StandardCharsets.UTF_8)))
              .containsExactly("0", "8260", "set", "set", "continued");
        }
      } catch (RuntimeException | Error unforeseen) {
        fail("round " + round + ": " + new String(input, StandardCharsets.UTF_8), unforeseen);
      }
    }
    assertThat(served).isBetween(1, all - 1);
  }

  /** What a script was answered, up to the end of its session. */
  private List<String> answers(byte[] replies) {
    List<String> answers = new ArrayList<>();
    List<Throwable> thrown = new ArrayList<>();
    try {
      AgiConnection connection = connection(replies);
      new FastAgiConnectionHandler(
              (request, channel) ->
                  (same, unused) -> {
                    try {
                      script(
                          new ChannelSession(ScriptRequest.of(request), channel, connection),
                          answers);
                    } catch (IOException over) {
                      assertThat(over).hasMessageStartingWith("the AGI session is over: ");
                    } catch (RuntimeException | Error unforeseen) {
                      thrown.add(unforeseen);
                    }
                  },
              connection,
              new DefaultAgiChannelFactory())
          .run();
    } catch (IOException failed) {
      thrown.add(failed);
    }
    assertThat(thrown).isEmpty();
    return answers;
  }

  private AgiConnection connection(byte[] replies) throws IOException {
    byte[] head = new Question("desk").head().getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.write(head);
    all.write(replies);
    ByteArrayInputStream in = new ByteArrayInputStream(all.toByteArray());
    return new AgiConnection(
        new ArrivingSessions.Arrived(new Nowhere(), in, 0), limits, closed -> {});
  }

  private static void script(AgiSession session, List<String> answers) throws IOException {
    answers.add(String.valueOf(session.execute("Wait", "1")));
    answers.add(session.variable("RW_CALL"));
    session.setVariable("RW_CALL", "x");
    answers.add("set");
    session.setVariable("CHANNEL(language)", "fr");
    answers.add("set");
    session.continueAt(ContextName.of("house"), "8260");
    answers.add("continued");
  }

  /** Takes everything, and sends nothing. */
  private static final class Nowhere extends Socket {

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public void shutdownOutput() {}

    @Override
    public void setSoTimeout(int millis) {}

    @Override
    public void setKeepAlive(boolean on) {}
  }
}
