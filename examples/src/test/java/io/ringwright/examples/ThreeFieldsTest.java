package io.ringwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a script is answered that asks over HTTP: status, ring mode, what to dial. */
class ThreeFieldsTest {

  private ThreeFields service;

  @BeforeEach
  void start() throws IOException {
    service =
        new ThreeFields(
            PhoneList.builder()
                .extension("100", anna -> anna.device("PJSIP/100").forwardUnconditional("101"))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .extension("102", cleo -> cleo.device("PJSIP/102"))
                .huntGroup("700", sales -> sales.member("101").member("102"))
                .huntGroup(
                    "701",
                    all -> all.member("101").member("102").strategy(StandardStrategy.SIMULTANEOUS))
                .build());
  }

  @AfterEach
  void stop() {
    service.close();
  }

  @ParameterizedTest
  @CsvSource({
    "number=102, 2 0 PJSIP/102",
    "number=100, 2 0 PJSIP/101",
    "number=701&caller=0301234, 2 1 PJSIP/101&PJSIP/102",
    "number=999, 0 0",
    "number=%26rm, 0 0",
    "caller=0301234, 0 0"
  })
  void a_question_is_answered_in_one_line(String query, String fields) throws Exception {
    assertThat(ThreeFields.ask(service.port(), query).strip()).isEqualTo(fields);
  }
}
