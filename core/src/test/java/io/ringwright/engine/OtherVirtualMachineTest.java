package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * The same days in another virtual machine lead to the same effects and digests. Sets and maps that
 * cannot be changed are iterated in an order that differs from one machine to the next: nothing may
 * follow from it.
 */
class OtherVirtualMachineTest {

  private static final int DAYS = 60;

  @Test
  void another_machine_comes_to_the_same() throws IOException, InterruptedException {
    List<String> here = LongStream.rangeClosed(1, DAYS).mapToObj(DigestsOfDays::digest).toList();
    assertThat(elsewhere()).isEqualTo(here);
  }

  private static List<String> elsewhere() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        from(Engine.class) + System.getProperty("path.separator") + from(RandomDay.class);
    Process process =
        new ProcessBuilder(
                java, "-cp", classes, DigestsOfDays.class.getName(), Integer.toString(DAYS))
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private static String from(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return Path.of(source.getLocation().getPath()).toString();
  }
}
