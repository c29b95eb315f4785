package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema for editors and the reader know the same keys and take the same files. */
class SchemaTest {

  private static final String TEXT = text();
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(TEXT);

  private static String text() {
    try (InputStream in = PhoneFileReader.class.getResourceAsStream("phone-file.schema.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Error> errors(String yaml) {
    return SCHEMA.validate(yaml, InputFormat.YAML);
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void the_keys_of_each_table_are_those_that_the_reader_knows(Shape shape) throws IOException {
    JsonNode root = new ObjectMapper().readTree(TEXT);
    JsonNode table = shape == Shape.FILE ? root : root.get("definitions").get(Words.of(shape));
    List<String> keys = new ArrayList<>();
    table.get("properties").fieldNames().forEachRemaining(keys::add);
    assertThat(keys).containsExactlyInAnyOrderElementsOf(shape.keys());
    assertThat(table.get("additionalProperties").asBoolean(true)).isFalse();
  }

  static Stream<EverySetting.Setting> settings() {
    return EverySetting.all();
  }

  @ParameterizedTest
  @MethodSource("settings")
  void what_the_reader_takes_is_valid(EverySetting.Setting setting) {
    assertThat(errors(setting.yaml())).as(setting.yaml()).isEmpty();
  }

  static IntStream seeds() {
    return IntStream.range(0, 50);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void what_the_writer_writes_is_valid(int seed) {
    String yaml = PhoneFileWriter.yaml(AnyPhoneFile.of(seed));
    assertThat(errors(yaml)).as(yaml).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "time-zon: UTC",
        "extensions: {101: {devise: PJSIP/101}}",
        "extensions: {10a: {device: PJSIP/101}}",
        "extensions: {101: {device: PJSIP/101, ring-time: 20}}",
        "extensions: {101: {device: PJSIP/101, service: off}}",
        "extensions: {101: {device: PJSIP/101, queue-limit: many}}",
        "hunt-groups: {700: {members: 101, strategy: fair}}",
        "hunt-groups: {700: {members: 101, callers-hear: {position: maybe}}}",
        "hunt-groups: {700: {members: 101, keys: {12345: 101}}}",
        "limits: {diversion: {per-number: 1}}",
        "hours: {office: {dates: {24.12.2026: closed}}}"
      })
  void what_the_reader_refuses_by_its_form_is_not_valid(String yaml) {
    assertThat(errors(yaml)).isNotEmpty();
  }

  @Test
  void an_empty_file_is_valid() {
    assertThat(errors("{}")).isEmpty();
  }
}
