package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckInstallationTest {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @Test
  void every_finding_is_one_line(@TempDir Path folder) throws Exception {
    try (Rehearsal rehearsal = new Rehearsal()) {
      CallCentre.Asterisk asterisk = rehearsal.asterisk();
      Path secret = folder.resolve("secret");
      Files.writeString(secret, asterisk.secret() + "\n");
      int status =
          CheckInstallation.run(
              out,
              "port=" + asterisk.amiPort(),
              "user=" + asterisk.user(),
              "secretFile=" + secret,
              "deliver=my-deliver");
      assertThat(status).isEqualTo(1);
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains("pbx1: callers are delayed: context my-deliver: it is not there")
          .contains("nothing answers there")
          .doesNotContain(asterisk.secret());
    }
  }

  @Test
  void an_argument_that_is_none_is_named() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CheckInstallation.run(out, "colour=red"))
        .withMessageContaining("argument 'colour=red' is not valid");
  }

  @Test
  void an_asterisk_that_cannot_be_asked_is_said(@TempDir Path folder) throws IOException {
    Path secret = folder.resolve("secret");
    Files.writeString(secret, "wrong");
    try (Rehearsal rehearsal = new Rehearsal()) {
      int status =
          CheckInstallation.run(
              out,
              "port=" + rehearsal.asterisk().amiPort(),
              "user=" + rehearsal.asterisk().user(),
              "secretFile=" + secret);
      assertThat(status).isEqualTo(2);
      assertThat(printed.toString(StandardCharsets.UTF_8)).contains("refused the login");
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
