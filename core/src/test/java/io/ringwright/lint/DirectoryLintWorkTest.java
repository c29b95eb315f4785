package io.ringwright.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.Requirements;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The work of the linter, counted in edges of the directory that were looked at. */
class DirectoryLintWorkTest {

  private static final Condition SOMETIMES = new Condition.Host("sometimes", any -> true);

  /** A tenth as many groups of ten as extensions; two of three extensions forward on busy. */
  private static PhoneList tangle(int extensions, long seed) {
    Random random = new Random(seed);
    PhoneListBuilder list = PhoneList.builder();
    for (int number = 100_000; number < 100_000 + extensions; number++) {
      String device = "PJSIP/" + number;
      String own = Integer.toString(number);
      String to = Integer.toString(100_000 + random.nextInt(extensions));
      boolean forwards = random.nextInt(3) > 0 && !to.equals(own);
      Kind kind = random.nextBoolean() ? Kind.ON_BUSY : Kind.UNCONDITIONAL;
      int level = 1 + random.nextInt(5);
      list.extension(
          own,
          each -> {
            each.device(device).skill("french", level);
            if (forwards) {
              each.forward(kind, to, SOMETIMES);
            }
          });
    }
    for (int group = 0; group < extensions / 10; group++) {
      int asked = 1 + random.nextInt(6);
      list.huntGroup(
          Integer.toString(700_000 + group),
          all -> {
            all.requires(Requirements.of(Map.of("french", asked)));
            random
                .ints(0, extensions)
                .distinct()
                .limit(10)
                .forEach(member -> all.member(Integer.toString(100_000 + member)));
          });
    }
    return list.build();
  }

  private static long steps(PhoneList phones) {
    Findings findings = new Findings();
    DirectoryLint.look(phones, new Calendar(Optional.empty()), findings);
    return findings.steps();
  }

  @Test
  void the_work_grows_with_the_house_and_no_faster() {
    for (int size : List.of(1_000, 50_000)) {
      assertThat(steps(tangle(size, size))).as(size + " extensions").isLessThan(40L * size);
    }
  }

  @Test
  void one_circle_through_all_extensions_costs_no_more() {
    int size = 20_000;
    PhoneListBuilder list = PhoneList.builder();
    for (int i = 0; i < size; i++) {
      String next = Integer.toString(100_000 + (i + 1) % size);
      int number = 100_000 + i;
      list.extension(
          Integer.toString(number),
          each -> each.device("PJSIP/" + number).forward(Kind.ON_BUSY, next, SOMETIMES));
    }
    PhoneList ring = list.build();
    assertThat(steps(ring)).isLessThan(20L * size);
    assertThat(DirectoryLint.findings(ring)).hasSize(1);
  }

  @Test
  void the_same_list_gives_the_same_findings() {
    PhoneList phones = tangle(2_000, 7);
    assertThat(DirectoryLint.findings(phones))
        .isEqualTo(DirectoryLint.findings(phones))
        .isNotEmpty();
  }
}
