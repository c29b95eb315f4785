package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StableNamesTest {

  private final StableNames names = new StableNames();

  @Test
  void an_identity_has_one_name_and_keeps_it() {
    assertThat(names.stable("lab-1795739000.17")).isEqualTo("lab-1.1");
    assertThat(names.stable("lab-1795739003.19")).isEqualTo("lab-1.2");
    assertThat(names.stable("lab-1795739000.17")).isEqualTo("lab-1.1");
  }

  @Test
  void the_channels_of_each_device_are_counted() {
    assertThat(names.stable("PJSIP/8301-0000000a")).isEqualTo("PJSIP/8301-00000001");
    assertThat(names.stable("PJSIP/8302-0000000b")).isEqualTo("PJSIP/8302-00000001");
    assertThat(names.stable("PJSIP/8301-0000000c")).isEqualTo("PJSIP/8301-00000002");
    assertThat(names.stable("Local/8302@from-house-00000007;2"))
        .isEqualTo("Local/8302@from-house-00000001;2");
  }

  @Test
  void bridges_and_ports_have_names_and_other_text_stays() {
    assertThat(names.stable("0f5f1b3c-8a2e-4a5f-9f70-1c2d3e4f5a6b")).isEqualTo("bridge-1");
    assertThat(names.stable("8301/sip:8301@127.0.0.2:52288"))
        .isEqualTo("8301/sip:8301@127.0.0.2:5001");
    assertThat(names.stable("RINGING")).isEqualTo("RINGING");
  }
}
