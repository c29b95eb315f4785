package io.ringwright.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.directory.Strategy;
import io.ringwright.directory.text.PhoneListText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A directory that was written is read as it was, whatever is in it. */
class RoundTripTest {

  private static final PhoneFileReader READER = PhoneFileReader.create().anyHostNames();

  @Property(tries = 200)
  void any_directory_comes_back(@ForAll long seed) {
    PhoneFile file = AnyPhoneFile.of(seed);
    String yaml = PhoneFileWriter.yaml(file);
    PhoneFile read = reader().readText(yaml);
    assertThat(PhoneListText.of(read.phones()).text())
        .as(yaml)
        .isEqualTo(PhoneListText.of(file.phones()).text());
    assertThat(PhoneListText.of(read.phones()).sha256())
        .isEqualTo(PhoneListText.of(file.phones()).sha256());
    assertThat(read.names()).isEqualTo(file.names());
    assertThat(read.hours()).containsAllEntriesOf(file.hours());
    assertThat(PhoneFileWriter.yaml(read)).isEqualTo(yaml);
  }

  private static PhoneFileReader reader() {
    PhoneFileReader reader = READER;
    for (Strategy own : AnyPhoneFile.OWN) {
      reader = reader.strategy(own);
    }
    return reader;
  }
}
