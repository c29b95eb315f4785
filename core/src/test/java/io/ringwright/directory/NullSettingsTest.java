package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.waiting.QueueOrder;
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** No setting of a phone list takes null in silence: the message names the item and the setting. */
class NullSettingsTest {

  @Test
  void a_setting_of_an_extension_is_not_null() {
    refused("device", person -> person.device(absent(String.class)));
    refused("ringTime", person -> person.ringTime(absent(Duration.class)));
    refused("overflow", person -> person.overflow(absent(String.class)));
    refused("leaveByKey", person -> person.leaveByKey("1", absent(String.class)));
    refused("outside", person -> person.outside(absent(String.class)));
  }

  @Test
  void a_setting_of_a_hunt_group_is_not_null() {
    refusedByGroup("strategy", group -> group.strategy(absent(Strategy.class)));
    refusedByGroup("member", group -> group.member(absent(String.class)));
    refusedByGroup("longestWait", group -> group.longestWait(absent(Duration.class)));
    refusedByGroup("openDuring", group -> group.openDuring(absent(Schedule.class)));
  }

  @Test
  void a_setting_of_the_house_is_not_null() {
    assertThatThrownBy(() -> PhoneList.builder().queueOrder(absent(QueueOrder.class)))
        .hasMessageStartingWith("queueOrder is null: expected ");
    assertThatThrownBy(() -> PhoneList.builder().allowCallBack(absent(String.class)))
        .hasMessageStartingWith("allowCallBack is null: expected ");
    assertThatThrownBy(() -> PhoneList.builder().extension(absent(String.class), person -> {}))
        .hasMessageStartingWith("extension is null: expected ");
  }

  private static void refused(String setting, Consumer<ExtensionBuilder> description) {
    assertThatThrownBy(() -> PhoneList.builder().extension("100", description))
        .isInstanceOf(NullPointerException.class)
        .hasMessageStartingWith("extension 100: " + setting + " is null: expected ");
  }

  private static void refusedByGroup(String setting, Consumer<HuntGroupBuilder> description) {
    assertThatThrownBy(() -> PhoneList.builder().huntGroup("700", description))
        .isInstanceOf(NullPointerException.class)
        .hasMessageStartingWith("hunt group 700: " + setting + " is null: expected ");
  }

  /** What the compiler would not let a caller write. */
  private static <T> T absent(Class<T> type) {
    return type.cast(Array.get(Array.newInstance(type, 1), 0));
  }
}
