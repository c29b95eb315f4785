package io.ringwright.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.ContextName;
import io.ringwright.call.PbxId;
import io.ringwright.dialplan.Contexts.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgiIdentityTest {

  @Test
  void an_identity_is_read_as_it_was_written() {
    Contexts own = Contexts.standard().with(Part.DELIVER, ContextName.of("my-deliver"));
    AgiIdentity identity = AgiIdentity.of(PbxId.of("pbx-1.berlin"), own);
    assertThat(identity.contract()).isEqualTo(ContractVersion.CURRENT);
    assertThat(identity.text()).doesNotContain("\"", "\n");
    assertThat(AgiIdentity.parse(identity.text())).hasValue(identity);
  }

  @Test
  void names_that_a_later_version_adds_are_passed_over() {
    assertThat(AgiIdentity.parse("ringwright 9 pbx1 ROUTE=r MOON=m"))
        .hasValueSatisfying(
            identity -> {
              assertThat(identity.contract()).isEqualTo(9);
              assertThat(identity.contexts().name(Part.ROUTE).name()).isEqualTo("r");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "ringwright", "ringwright x pbx1", "ringwright 3 p/x", "HTTP/1.1 400"})
  void anything_else_is_no_identity(String text) {
    assertThat(AgiIdentity.parse(text)).isEmpty();
  }

  @Test
  void a_mark_is_read_as_it_was_written() {
    EngineMark mark = new EngineMark("00ff", 4711);
    assertThat(EngineMark.parse(mark.text())).hasValue(mark);
    assertThat(EngineMark.parse("")).isEmpty();
    assertThat(EngineMark.parse("00ff 4711 x")).isEmpty();
  }
}
