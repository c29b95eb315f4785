package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HearingBuilder;
import io.ringwright.directory.HuntGroupBuilder;
import io.ringwright.directory.KeysBuilder;
import io.ringwright.directory.OnAnswerBuilder;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.text.PhoneListText;
import io.ringwright.files.EverySetting.Setting;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A phone file can say all that the builders can, and it is written as it is read. */
class EverySettingTest {

  private static final PhoneFileReader READER =
      PhoneFileReader.create().strategy(EverySetting.NEAREST).predicate("vacation", any -> true);

  static Stream<Setting> settings() {
    return EverySetting.all();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void a_file_gives_the_list_that_the_builder_gives(Setting setting) {
    PhoneFile read = READER.readText(setting.yaml());
    assertThat(PhoneListText.of(read.phones()).text())
        .isEqualTo(PhoneListText.of(setting.phones()).text());
    assertThat(read.phones()).isEqualTo(setting.phones());
  }

  @ParameterizedTest
  @MethodSource("settings")
  void what_is_written_gives_the_same_list_again(Setting setting) {
    PhoneFile file = READER.readText(setting.yaml());
    String written = PhoneFileWriter.yaml(file);
    PhoneFile read = READER.readText(written);
    assertThat(read.phones()).as(written).isEqualTo(file.phones());
    assertThat(read.names()).isEqualTo(file.names());
    assertThat(read.hours()).isEqualTo(file.hours());
  }

  @Test
  void every_method_of_the_builders_is_in_the_table() {
    Set<String> covered =
        EverySetting.all()
            .flatMap(each -> Stream.of(each.method().split(" ")))
            .collect(Collectors.toSet());
    assertThat(covered).containsAll(methods()).hasSameSizeAs(methods());
  }

  private static Set<String> methods() {
    return Stream.of(
            PhoneListBuilder.class,
            ExtensionBuilder.class,
            HuntGroupBuilder.class,
            KeysBuilder.class,
            HearingBuilder.class,
            OnAnswerBuilder.class)
        .flatMap(type -> Stream.of(type.getDeclaredMethods()))
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.getName().equals("build"))
        .map(EverySettingTest::name)
        .collect(Collectors.toSet());
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  @Test
  void every_key_of_a_phone_file_is_in_the_table() {
    String all = EverySetting.all().map(Setting::yaml).collect(Collectors.joining("\n"));
    List<String> missing =
        Stream.of(Shape.values())
            .flatMap(shape -> shape.keys().stream())
            .filter(key -> !key.equals("include") && !key.equals("desks"))
            .filter(key -> !all.contains(key + ":"))
            .toList();
    assertThat(missing).isEmpty();
  }
}
