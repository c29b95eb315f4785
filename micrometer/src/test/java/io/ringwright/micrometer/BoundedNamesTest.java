package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BoundedNamesTest {

  private final List<String> told = new ArrayList<>();

  @Test
  void the_first_names_have_a_tag_of_their_own_and_all_others_share_one() {
    BoundedNames names = new BoundedNames(2, told::add);
    assertThat(List.of("700", "710", "720", "730", "700").stream().map(names::tag))
        .containsExactly("700", "710", "other", "other", "700");
    assertThat(told).containsExactly("700", "710", "other");
  }

  @Test
  void a_million_names_make_no_more_tags_than_the_limit_and_one() {
    BoundedNames names = new BoundedNames(100, told::add);
    IntStream.range(0, 1_000_000).mapToObj(Integer::toString).forEach(names::tag);
    assertThat(told).hasSize(101);
  }

  @Test
  void without_such_a_limit_each_name_makes_a_tag() {
    BoundedNames names = new BoundedNames(Integer.MAX_VALUE, told::add);
    IntStream.range(0, 1_000).mapToObj(Integer::toString).forEach(names::tag);
    assertThat(told).hasSize(1_000);
  }

  @Test
  void a_limit_of_zero_leaves_one_tag() {
    BoundedNames names = new BoundedNames(0, told::add);
    assertThat(List.of("700", "710").stream().map(names::tag)).containsOnly("other");
  }
}
