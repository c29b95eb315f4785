package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import org.junit.jupiter.api.Test;

/**
 * How many bytes one decision allocates. That is a count, which another load of the machine does
 * not change. Each is counted in a process of its own, where code is compiled before it is used on,
 * so that nothing else has a part in how it is compiled.
 */
class DecisionAllocationTest {

  private static final int MOST_PLAIN = 200;
  private static final int MOST_AFTER_EIGHT_FORWARDINGS = 1_152;

  @Test
  void a_plain_decision_allocates_little() throws IOException, InterruptedException {
    assertThat(bytes(AllocatedBytes.PLAIN)).isBetween(1, MOST_PLAIN);
  }

  @Test
  void a_decision_after_eight_forwardings_allocates_little()
      throws IOException, InterruptedException {
    assertThat(bytes(AllocatedBytes.EIGHT_FORWARDINGS)).isBetween(1, MOST_AFTER_EIGHT_FORWARDINGS);
  }

  @Test
  void a_small_array_more_is_noticed() throws IOException, InterruptedException {
    assertThat(bytes(AllocatedBytes.ONE_ARRAY_MORE)).isGreaterThan(MOST_PLAIN);
  }

  private static int bytes(String what) throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        from(Engine.class) + System.getProperty("path.separator") + from(AllocatedBytes.class);
    Process process =
        new ProcessBuilder(java, "-Xbatch", "-cp", classes, AllocatedBytes.class.getName(), what)
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return Integer.parseInt(said.strip());
  }

  private static String from(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(source.getLocation().getPath()).toString();
  }
}
