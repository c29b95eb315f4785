package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.PbxId;
import io.ringwright.directory.PhoneList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MusicFindingsTest {

  private static final PhoneList PHONES =
      PhoneList.builder()
          .extension("100", anna -> anna.device("PJSIP/100"))
          .huntGroup("700", a -> a.member("100").callersHear(hear -> hear.music("jazz")))
          .huntGroup("701", b -> b.member("100").callersHear(hear -> hear.music("jazz")))
          .huntGroup("702", c -> c.member("100").callersHear(hear -> hear.ringingInsteadOfMusic()))
          .huntGroup("703", d -> d.member("100"))
          .build();

  private final List<String> asked = new ArrayList<>();
  private final Findings findings = new Findings(PbxId.of("lab"));

  private List<InstallationFinding> found(Optional<String> answer) throws InterruptedException {
    DeviceFindings.Values values =
        setting -> {
          asked.add(setting);
          return answer;
        };
    new MusicFindings(values, findings).inspect(PHONES);
    return findings.all();
  }

  @Test
  void each_class_is_asked_for_once_and_one_that_is_not_there_is_found() throws Exception {
    List<InstallationFinding> found = found(Optional.of(""));
    assertThat(asked).containsExactly("AST_CONFIG(musiconhold.conf,jazz,mode)");
    assertThat(found).extracting(InstallationFinding::kind).containsOnly(Kind.MUSIC_CLASS_UNKNOWN);
    assertThat(found.get(0)).asString().contains("music class jazz of hunt group 700");
  }

  @Test
  void one_that_is_there_or_that_asterisk_does_not_speak_of_is_no_finding() throws Exception {
    assertThat(found(Optional.of("files"))).isEmpty();
    assertThat(found(Optional.empty())).isEmpty();
  }
}
