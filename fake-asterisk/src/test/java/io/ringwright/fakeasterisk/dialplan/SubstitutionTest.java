package io.ringwright.fakeasterisk.dialplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubstitutionTest {

  private static final Map<String, String> VALUES =
      Map.of(
          "EXTEN", "8260-17",
          "RW_TOKEN", "17",
          "WRITTEN", "by ${CALLERID(num)},20,",
          "RW_RING_17", "PJSIP/8260&PJSIP/8261,20,",
          "EVIL", "${EXTEN}$[1+1]\"",
          "LONGER", "1):0:1",
          "LINES", "a\r\nb: c",
          "EMPTY", "");

  private static String in(String text) {
    return new Substitution(
            new VariableSource() {
              @Override
              public Optional<String> variable(String name) {
                return Optional.ofNullable(VALUES.get(name));
              }

              @Override
              public Optional<String> function(String name, String arguments) {
                return name.equals("CALLERID") && arguments.equals("num")
                    ? Optional.of("0301")
                    : Optional.empty();
              }
            })
        .in(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "plain~plain",
        "${EXTEN}~8260-17",
        "a${NOPE}b~ab",
        "${RW_RING_${RW_TOKEN}}~PJSIP/8260&PJSIP/8261,20,",
        "${CUT(EXTEN,-,1)}/${CUT(EXTEN,-,2)}~8260/17",
        "${CUT(EXTEN,-,2-)}~17",
        "${FIELDNUM(EXTEN,-,17)}~2",
        "${FIELDNUM(EXTEN,-,1)}~0",
        "${FIELDNUM(NOPE,-,1)}~0",
        "${LEN(${EXTEN})}~7",
        "${FILTER(0-9*#,${EXTEN})}~826017",
        "${FILTER(\\x20-\\x7E,${LINES})}~ab: c",
        "${REPLACE(EXTEN,-0,x)}~826xx17",
        "${REPLACE(EXTEN,-)}~826017",
        "${REPLACE(LONGER,:,x)}~1)x0x1",
        "${LEN(${LONGER})}~1",
        "${EXTEN:1}~260-17",
        "${EXTEN:-2}~17",
        "${EXTEN:0:4}~8260",
        "${EXTEN:0:-3}~8260",
        "${CALLERID(num)}~0301",
        "${CALLERID(num):2}~01",
        "${IF($[1 = 1]?yes:no)}~yes",
        "${IF($[1 = 2]?yes:no)}~no",
        "$[${LEN(abc)} + 1]~4",
        "${WRITTEN}~by ${CALLERID(num)},20,",
        "${EVAL(${WRITTEN})}~by 0301,20,",
        "costs 5$~costs 5$",
        "a$b${~a$b${",
        "${NOFUNC(x)}~''",
      })
  void values_are_put_in(String text, String expected) {
    assertThat(in(text)).isEqualTo(expected);
  }

  @Test
  void what_looks_like_a_variable_in_a_value_stays_text() {
    assertThat(in("${EVIL}")).isEqualTo("${EXTEN}$[1+1]\"");
    assertThat(in("${FILTER(0-9,${EVIL})}")).isEqualTo("11");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\'',
      value = {
        "\"ring\" = \"ring\"~1",
        "\"\" = \"\"~1",
        "\"a\" != \"\"~1",
        "5 != 5~0",
        "10 < 9~0",
        "\"10\" < \"9\"~1",
        "1 + 2 * 3~7",
        "(1 + 2) * 3~9",
        "7 / 2~3.5",
        "7 % 4~3",
        "3 - 5~-2",
        "1 & 0~0",
        "0 | 2~2",
        "!1~0",
        "2 >= 2~1",
        "\"a\"b\" = \"\"~''",
        "1 +~''",
        "''~''",
        "1 / 0~''",
      })
  void expressions_have_a_worth(String text, String expected) {
    assertThat(Expression.worth(text)).isEqualTo(expected);
  }

  @Test
  void the_functions_of_a_text_are_found() {
    assertThat(Substitution.functionsIn("${LEN(${FILTER(0-9,${X})})} ${EXTEN}"))
        .containsExactlyInAnyOrder("LEN", "FILTER");
  }

  @ParameterizedTest
  @CsvSource({"1,true", "0,false", "'',false", "abc,true", "00,false", "-1,true", "0x,false"})
  void a_text_counts_as_true_or_not(String text, boolean expected) {
    assertThat(Condition.holds(text)).isEqualTo(expected);
  }

  @Test
  void arguments_are_parted_at_commas_that_stand_free() {
    assertThat(Arguments.of("a,,c")).containsExactly("a", "", "c");
    assertThat(Arguments.of("a,b,")).containsExactly("a", "b", "");
    assertThat(Arguments.of("")).isEmpty();
    assertThat(Arguments.of("f(x,y),\"p,q\",a\\,b")).containsExactly("f(x,y)", "p,q", "a,b");
    assertThat(Arguments.of("0-9,1,2,3", 2)).containsExactly("0-9", "1,2,3");
  }
}
