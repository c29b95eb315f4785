package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ForwardingChainTest {

  private static final Condition TODAY = new Condition.Host("today", any -> true);

  private static RuleFixture three(Consumer<ExtensionBuilder> anna) {
    return new RuleFixture(
        list ->
            list.allowExternal("+49")
                .extension(
                    "100",
                    a -> {
                      a.device("PJSIP/100");
                      anna.accept(a);
                    })
                .extension("101", b -> b.device("PJSIP/101"))
                .extension("102", c -> c.device("PJSIP/102")));
  }

  @Test
  void a_free_phone_rings() {
    assertThat(three(a -> {}).comesTo("100")).isEqualTo("100");
  }

  @Test
  void forwarding_unconditional_goes_before_everything_but_service() {
    assertThat(three(a -> a.forwardUnconditional("101").doNotDisturb()).comesTo("100"))
        .isEqualTo("101");
    assertThat(three(a -> a.forwardUnconditional("101")).away("100").comesTo("100"))
        .isEqualTo("101");
    assertThat(three(a -> a.forwardUnconditional("101").outOfService()).comesTo("100"))
        .isEqualTo("not-reachable");
  }

  @Test
  void forwarding_on_busy_takes_calls_for_an_engaged_phone_and_for_one_on_do_not_disturb() {
    assertThat(three(a -> a.forwardOnBusy("101")).engaged("100").comesTo("100")).isEqualTo("101");
    assertThat(three(a -> a.forwardOnBusy("101").doNotDisturb()).comesTo("100")).isEqualTo("101");
    assertThat(three(a -> a.forwardOnBusy("101")).comesTo("100")).as("free").isEqualTo("100");
    assertThat(three(a -> {}).engaged("100").comesTo("100")).isEqualTo("later");
  }

  @Test
  void forwarding_on_busy_takes_calls_for_a_phone_that_rings() {
    RuleFixture ringing = three(a -> a.forwardOnBusy("101")).with("100", DeviceState.RINGING, 0, 1);
    assertThat(ringing.comesTo("100")).isEqualTo("101");
  }

  @Test
  void forwarding_on_busy_waits_until_the_hold_capacity_is_used() {
    RuleFixture held = three(a -> a.forwardOnBusy("101").holdCapacity(1)).engaged("100");
    assertThat(held.comesTo("100")).isEqualTo("100");
    assertThat(held.with("100", DeviceState.IN_USE, 1, 1).comesTo("100")).isEqualTo("101");
  }

  @Test
  void forwarding_on_not_reachable_takes_calls_for_a_phone_that_is_away() {
    assertThat(three(a -> a.forwardOnNotReachable("101")).away("100").comesTo("100"))
        .isEqualTo("101");
    assertThat(three(a -> a.forwardOnBusy("101")).away("100").comesTo("100"))
        .isEqualTo("not-reachable");
  }

  @Test
  void forwarding_on_no_reply_waits_for_the_ring() {
    assertThat(three(a -> a.forwardOnNoReply("101")).engaged("100").comesTo("100"))
        .isEqualTo("later");
  }

  @Test
  void a_forwarding_applies_under_its_condition_only() {
    Condition berlin = new Condition.CallerMatches(new NumberPattern("030."));
    RuleFixture house = three(a -> a.forward(Kind.UNCONDITIONAL, "101", berlin));
    assertThat(house.comesTo("100")).isEqualTo("101");
    assertThat(house.comesTo("100", RoutedCaller.of(CallerId.unknown()), Trail.silent()))
        .isEqualTo("100");
    assertThat(house.explained("100"))
        .contains("forwarding unconditional: to extension 101, caller matches 030.");
  }

  @Test
  void an_allowed_external_number_leads_outside() {
    assertThat(three(a -> a.forwardOnBusy("+4930123")).engaged("100").comesTo("100"))
        .isEqualTo("outside +4930123");
  }

  @Test
  void a_number_that_left_the_list_is_unknown() {
    RuleFixture small = three(a -> {});
    ChainEnd end =
        new ForwardingChain(RuleFixture.CALLER, small.facts(), Trail.silent())
            .follow(
                new Destination.ToExtension(DirectoryNumber.of("999")), Path.from(small.to("100")));
    assertThat(end).hasToString("Nowhere[reason=UNKNOWN_NUMBER, way=100]");
  }

  @Test
  void a_phone_that_did_not_take_this_caller_is_left_alone_while_the_back_off_runs() {
    RuleFixture house = three(a -> {});
    RoutedCaller refused =
        RoutedCaller.of(CallerId.unknown())
            .refusedBy(
                Map.of(
                    DirectoryNumber.of("100"),
                    RuleFixture.NOW.plusSeconds(1),
                    DirectoryNumber.of("101"),
                    RuleFixture.NOW));
    assertThat(house.comesTo("100", refused, Trail.silent())).isEqualTo("later");
    assertThat(house.comesTo("101", refused, Trail.silent())).as("over").isEqualTo("101");
    assertThat(house.comesTo("100")).as("another caller").isEqualTo("100");
  }

  @Test
  void a_loop_ends_with_its_path_in_the_explanation() {
    RuleFixture circle =
        new RuleFixture(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").forwardUnconditional("101"))
                    .extension("101", b -> b.device("PJSIP/101").forwardUnconditional("102"))
                    .extension(
                        "102",
                        c -> c.device("PJSIP/102").forward(Kind.UNCONDITIONAL, "101", TODAY)));
    assertThat(circle.comesTo("100")).isEqualTo("loop");
    assertThat(circle.explained("100")).contains("loop: 100 → 101 → 102 → 101");
  }

  @Test
  void a_loop_is_an_outcome_with_its_way() {
    RuleFixture circle =
        new RuleFixture(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").forwardUnconditional("101"))
                    .extension(
                        "101",
                        b -> b.device("PJSIP/101").forward(Kind.UNCONDITIONAL, "100", TODAY)));
    Verdict verdict =
        RoutingRules.decide(
            circle.to("100"),
            RuleFixture.CALLER,
            new WaitingAdmission.Admitted(RuleFixture.NOW, false),
            circle.facts(),
            Trail.silent());
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Refuse(
                RejectReason.LOOP, List.of(circle.to("100"), circle.to("101"), circle.to("100"))));
  }

  @Test
  void phones_that_forward_to_each_other_when_busy_are_worth_waiting_for() {
    RuleFixture pair = pair();
    assertThat(pair.engaged("100").comesTo("100")).isEqualTo("101");
    assertThat(pair.engaged("101").comesTo("100")).isEqualTo("later");
    assertThat(pair.explained("100")).contains("loop: 100 → 101 → 100");
    assertThat(pair.away("101").away("100").comesTo("100")).as("none engaged").isEqualTo("loop");
  }

  @Test
  void an_engaged_phone_is_worth_waiting_for_wherever_it_forwards() {
    RuleFixture house =
        three(a -> a.forwardOnBusy("101")).with("101", DeviceState.UNAVAILABLE, 0, 0);
    assertThat(house.comesTo("101")).isEqualTo("not-reachable");
    assertThat(house.engaged("100").comesTo("100")).isEqualTo("later");
  }

  private static RuleFixture pair() {
    return new RuleFixture(
        list ->
            list.extension("100", a -> helped(a.device("PJSIP/100"), "101"))
                .extension("101", b -> helped(b.device("PJSIP/101"), "100")));
  }

  private static void helped(ExtensionBuilder extension, String by) {
    extension.forwardOnBusy(by).forwardOnNotReachable(by);
  }

  @Test
  void ten_diversions_are_followed_and_the_eleventh_is_not() {
    assertThat(chainOf(10).comesTo("1000")).isEqualTo("1010");
    assertThat(chainOf(11).comesTo("1000")).isEqualTo("too-many-diversions");
    assertThat(chainOf(11).explained("1000")).contains("more than 10");
  }

  @Test
  void the_way_into_a_group_is_no_diversion() {
    assertThat(chainOf(10).comesTo("700")).isEqualTo("1010");
    assertThat(chainOf(11).comesTo("700")).isEqualTo("nobody-in-service");
  }

  /** Extensions 1000, 1001, … each forwarding to the next. */
  private static RuleFixture chainOf(int diversions) {
    return new RuleFixture(
        list -> {
          for (int i = 0; i <= diversions; i++) {
            String next = Integer.toString(1001 + i);
            boolean last = i == diversions;
            int number = 1000 + i;
            list.extension(
                Integer.toString(number),
                each -> {
                  each.device("PJSIP/" + number);
                  if (!last) {
                    each.forwardUnconditional(next);
                  }
                });
          }
          list.huntGroup("700", all -> all.member("1000"));
        });
  }

  @Test
  void whatever_ten_thousand_extensions_forward_to_the_chain_ends_and_twice_the_same() {
    for (long seed = 1; seed <= 3; seed++) {
      RuleFixture house = tangle(10_000, new Random(seed));
      long start = System.nanoTime();
      for (int number = 10_000; number < 10_200; number++) {
        String first = house.comesTo(Integer.toString(number));
        assertThat(house.comesTo(Integer.toString(number))).as("seed " + seed).isEqualTo(first);
      }
      for (int group = 70_000; group < 70_020; group++) {
        assertThat(house.comesTo(Integer.toString(group))).as("seed " + seed).isNotEmpty();
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }

  private static RuleFixture tangle(int size, Random random) {
    RuleFixture house = new RuleFixture(list -> tangled(list, size, random));
    house.phones().extensions().stream()
        .filter(each -> random.nextInt(3) > 0)
        .forEach(each -> house.engaged(each.number().digits()));
    return house;
  }

  private static void tangled(PhoneListBuilder list, int size, Random random) {
    for (int i = 0; i < size; i++) {
      int number = 10_000 + i;
      list.extension(
          Integer.toString(number),
          each -> {
            each.device("PJSIP/" + number);
            for (Kind kind : Kind.values()) {
              String to = target(size, random);
              if (random.nextInt(3) > 0 && !to.equals(Integer.toString(number))) {
                each.forward(kind, to, TODAY);
              }
            }
          });
    }
    for (int group = 70_000; group < 70_020; group++) {
      list.huntGroup(
          Integer.toString(group),
          all ->
              random
                  .ints(0, size)
                  .distinct()
                  .limit(50)
                  .forEach(member -> all.member(Integer.toString(10_000 + member))));
    }
  }

  private static String target(int size, Random random) {
    boolean group = random.nextInt(10) == 0;
    return Integer.toString(group ? 70_000 + random.nextInt(20) : 10_000 + random.nextInt(size));
  }

  @Test
  void internal_only_is_the_default_whatever_the_list_holds() {
    PhoneList phones = tangle(500, new Random(4)).phones();
    assertThat(phones.extensions())
        .allMatch(
            each ->
                each.forwarding()
                    .entries()
                    .noneMatch(entry -> entry.to() instanceof Destination.ToExternal));
  }
}
