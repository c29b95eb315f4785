package io.ringwright.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.routing.WaitingAdmission.Admitted;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever forwards to whatever: a chain ends, and twice the same, with and without a reason. */
class ForwardingChainPropertyTest {

  private static final Condition TODAY = new Condition.Host("today", any -> true);
  private static final int MANY = 10_000;
  private static final RuleFixture TANGLE = house(randomLinks(MANY, new Random(3)), MANY);

  /** From 0 to 9999: extensions; a group for every hundredth holds the hundred after it. */
  record Link(int from, int to, Kind kind, boolean toGroup) {}

  @Provide
  Arbitrary<List<Link>> links() {
    Arbitrary<Integer> node = Arbitraries.integers().between(0, 11);
    return Combinators.combine(
            node, node, Arbitraries.of(Kind.class), Arbitraries.of(true, false, false))
        .as(Link::new)
        .list()
        .ofMaxSize(40);
  }

  private static List<Link> randomLinks(int size, Random random) {
    Kind[] kinds = Kind.values();
    return random
        .ints(3L * size, 0, size)
        .mapToObj(
            from ->
                new Link(
                    from,
                    random.nextInt(size),
                    kinds[random.nextInt(kinds.length)],
                    random.nextInt(20) == 0))
        .toList();
  }

  private static RuleFixture house(List<Link> links, int size) {
    return new RuleFixture(list -> describe(list, links, size));
  }

  private static void describe(PhoneListBuilder list, List<Link> links, int size) {
    var from = links.stream().collect(java.util.stream.Collectors.groupingBy(Link::from));
    for (int i = 0; i < size; i++) {
      List<Link> own = from.getOrDefault(i, List.of());
      int number = i;
      list.extension(
          extension(i),
          each -> {
            each.device("PJSIP/" + extension(number));
            own.stream()
                .filter(link -> link.toGroup() || link.to() != number)
                .forEach(link -> each.forward(link.kind(), target(link), TODAY));
          });
    }
    for (int first = 0; first < size; first += 100) {
      int start = first;
      list.huntGroup(
          group(first),
          all -> {
            for (int i = start; i < Math.min(size, start + 100); i++) {
              all.member(extension(i));
            }
          });
    }
  }

  private static String target(Link link) {
    return link.toGroup() ? group(link.to()) : extension(link.to());
  }

  private static String extension(int i) {
    return Integer.toString(10_000 + i);
  }

  private static String group(int i) {
    return Integer.toString(70_000 + i / 100 * 100);
  }

  @Property(tries = 300)
  void a_chain_ends_in_any_small_house_and_twice_the_same(
      @ForAll("links") List<Link> links, @ForAll Set<@IntRange(max = 11) Integer> engaged) {
    RuleFixture house = house(links, 12);
    new HashSet<>(engaged).forEach(i -> house.engaged(extension(i)));
    for (int i = 0; i < 12; i++) {
      endsTwiceTheSame(house, extension(i));
    }
    endsTwiceTheSame(house, group(0));
  }

  @Property(tries = 100)
  void a_chain_ends_among_ten_thousand_and_twice_the_same(
      @ForAll @IntRange(max = MANY - 1) int start) {
    endsTwiceTheSame(TANGLE, extension(start));
    endsTwiceTheSame(TANGLE, group(start));
  }

  private static void endsTwiceTheSame(RuleFixture house, String number) {
    Trail first = Trail.kept();
    Verdict verdict = decide(house, number, first);
    Trail second = Trail.kept();
    assertThat(decide(house, number, second)).isEqualTo(verdict);
    assertThat(second.explanation()).isEqualTo(first.explanation());
    assertThat(decide(house, number, Trail.silent())).as("unexplained").isEqualTo(verdict);
  }

  private static Verdict decide(RuleFixture house, String number, Trail trail) {
    return RoutingRules.decide(
        house.to(number),
        RuleFixture.CALLER,
        new Admitted(RuleFixture.NOW, false),
        house.facts(),
        trail);
  }
}
