package io.ringwright.directory.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ringwright.directory.Strategy;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneListTextMistakesTest {

  private static final PhoneListText GOOD = PhoneListText.of(PhoneListTextTest.PHONES);
  private static final Map<String, Strategy> STRATEGIES =
      PhoneListText.ownStrategies(PhoneListTextTest.PHONES);

  private static PhoneListTextException refusalOf(String text) {
    PhoneListTextException refusal =
        catchThrowableOfType(
            PhoneListTextException.class,
            () -> PhoneListText.kept(text, PhoneListText.hash(text)).read(STRATEGIES));
    assertThat(refusal).as(text).isNotNull();
    return refusal;
  }

  @Test
  void a_text_that_is_cut_anywhere_is_refused() {
    for (int length = 0; length < GOOD.text().length(); length++) {
      assertThat(refusalOf(GOOD.text().substring(0, length)).line()).as("%d", length).isPositive();
    }
  }

  @Test
  void a_line_that_is_cut_anywhere_is_refused_with_its_number_or_by_the_count() {
    String[] lines = GOOD.text().split("\n");
    int start = 0;
    for (int line = 0; line < lines.length; line++) {
      for (int length = 0; length < lines[line].length(); length++) {
        String cut =
            GOOD.text().substring(0, start + length)
                + GOOD.text().substring(start + lines[line].length());
        PhoneListTextException refusal = refusalOf(cut);
        assertThat(refusal.line()).as(refusal.getMessage()).isPositive();
      }
      start += lines[line].length() + 1;
    }
  }

  @Test
  void a_line_that_is_missing_or_twice_there_is_refused() {
    String[] lines = GOOD.text().split("\n");
    for (int line = 0; line < lines.length; line++) {
      String whole = lines[line] + "\n";
      refusalOf(GOOD.text().replace(whole, ""));
      refusalOf(GOOD.text().replace(whole, whole + whole));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          list 1                 | list 2                | 1 | another version of Ringwright
          ringwright-phone       | something-else        | 1 | the first line is 'something-else-list 1': expected 'ringwright-phone-list 1'
          strict                 | ageing                | 2 | queue-order is 'ageing': expected strict or a duration
          queue-order            | order                 | 2 | 'order strict' is no line that this version knows
          time-zone              | zone                  | 3 | 'zone UTC' is no line that this version knows
          time-zone UTC          | time-zone Mars        | 3 | time-zone is 'Mars': expected a time zone that this Java knows
          allow-external +49     | allow-external 4 9    | 4 | expected the end of the line before '9'
          Europe/Berlin          | Europe/Atlantis       | 5 | zone is 'Europe/Atlantis': expected a time zone that this Java knows
          monday,                | moonday,              | 6 | days is 'moonday,tuesday
          08:00-18:00            | 18:00-08:00           | 6 | hours is '18:00-08:00': expected hours such as
          2026-12-24             | 2026-02-30            | 7 | date is '2026-02-30': expected a date
          extension 100          | extention 100         | 8 | 'extention 100 device=PJSIP/100
          hold-capacity=0        | hold-capacity=x       | 8 | hold-capacity is 'x': expected a whole number
          hold-capacity=0        | hold-capacity=00      | 8 | is not in its usual form
          hold-capacity=0        | capacity=0            | 8 | expected hold-capacity= before 'capacity=0 ring-time
          ring-time=PT20S        | ring-time=20 s        | 8 | ring-time is '20': expected a duration such as PT20S
          ring-time=PT20S        | ring-time=PT0S        | 8 | ring time 0 s is not valid; expected a second to an hour
          in-service             | asleep                | 8 | service is 'asleep': expected a word that this version knows
          by-number=no           | by-number=perhaps     | 8 | place-by-number is 'perhaps': expected yes or no
          level=2                | level=101             | 8 | skill 'french' at level 101 is not valid
          ~  skill french~       | ~  hobby french~      | 9 | '  hobby french level=2' is no line that this version knows
          on-busy                | on-monday             | 10 | forwarding is 'on-monday'
          hours(1)               | hours(2)              | 10 | there is no schedule 2
          hours(1)               | not(hours(1)          | 10 | expected ) after not(hours(1)
          hours(1)               | never                 | 10 | 'never' is no condition
          host("away")           | host(away)            | 11 | host() has no name between quotation marks
          to=+4930123            | to=+1930123           | 8 | leads nowhere
          "nearest" preference   | "nearest preference   | 13 | uses the strategy "nearest preference=
          strategy="nearest"     | strategy=nearest      | 13 | strategy is 'nearest': expected a standard strategy, or one of the host
          member 101             | member 102            | 13 | hunt group 700: member '102' is not in the list
          requires=""            | requires="french"     | 13 | requires is '"french"': expected skills such as
          """)
  void a_word_that_is_not_what_it_should_be_is_refused_with_its_line(
      String good, String bad, int line, String message) {
    assertThat(GOOD.text()).contains(good);
    PhoneListTextException refusal =
        refusalOf(GOOD.text().replaceFirst(Pattern.quote(good), Matcher.quoteReplacement(bad)));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.line()).isEqualTo(line);
    assertThat(refusal).as("what to do").hasMessageContaining(".\n");
  }

  @Test
  void a_text_with_another_hash_is_refused() {
    assertThatThrownBy(() -> PhoneListText.kept(GOOD.text() + " ", GOOD.sha256()))
        .isInstanceOf(PhoneListTextException.class)
        .hasMessageContaining("its hash is ")
        .hasMessageContaining("expected " + GOOD.sha256());
  }

  @Test
  void a_strategy_that_is_not_there_is_named_with_its_group_and_what_to_do() {
    assertThatThrownBy(() -> GOOD.read(Map.of("other", new AnyPhoneList.Own("other"))))
        .isInstanceOf(PhoneListTextException.class)
        .hasMessage(
            "phone list text, line 13: hunt group 700 uses the strategy \"nearest\", which is not"
                + " there: given are [other].\n"
                + "Give the strategy of this name where the text is read: for the journal of a router,"
                + " CallRouterBuilder.strategy(...).");
  }
}
