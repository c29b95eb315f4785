package io.ringwright.fakeasterisk.pbx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialOptionsTest {

  @Test
  void letters_in_an_argument_are_no_options() {
    DialOptions options = DialOptions.of("tU(gosub^d)T");
    assertThat(options.has('t')).isTrue();
    assertThat(options.has('T')).isTrue();
    assertThat(options.has('g')).isFalse();
    assertThat(options.has('d')).isFalse();
    assertThat(options.argument('U')).isEqualTo("gosub^d");
  }

  @Test
  void an_option_that_was_not_given_has_no_argument() {
    assertThat(DialOptions.of("").argument('U')).isEmpty();
    assertThat(DialOptions.of("g").argument('g')).isEmpty();
  }
}
