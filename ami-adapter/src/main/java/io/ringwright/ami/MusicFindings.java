package io.ringwright.ami;

import io.ringwright.ami.DeviceFindings.Values;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Treatment.Background;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Looks for the music classes of a phone list in {@code musiconhold.conf}: Asterisk plays its
 * default class in place of one that it does not have, and says nothing.
 *
 * <p>Thread safety: for one thread.
 */
final class MusicFindings {

  private final Values values;
  private final Findings findings;

  MusicFindings(Values values, Findings findings) {
    this.values = values;
    this.findings = findings;
  }

  /** Asks for each class once; {@code mode} is the setting that every class has. */
  void inspect(PhoneList phones) throws InterruptedException {
    for (Map.Entry<String, DirectoryNumber> each : classes(phones).entrySet()) {
      String setting = "AST_CONFIG(musiconhold.conf," + each.getKey() + ",mode)";
      Optional<String> mode = values.of(setting);
      if (mode.filter(String::isEmpty).isPresent()) {
        findings.add(
            Kind.MUSIC_CLASS_UNKNOWN,
            "music class " + each.getKey() + " of hunt group " + each.getValue(),
            "musiconhold.conf has no such class, so callers hear the class default",
            "Add it there and say 'moh reload', or name another; a class in a database is not seen"
                + " here");
      }
    }
  }

  /** By name, with the first group that has it. */
  private static Map<String, DirectoryNumber> classes(PhoneList phones) {
    Map<String, DirectoryNumber> classes = new TreeMap<>();
    for (HuntGroup group : phones.huntGroups()) {
      if (group.hearing().background() instanceof Background.Music music) {
        music.musicClass().ifPresent(each -> classes.putIfAbsent(each.name(), group.number()));
      }
    }
    return classes;
  }
}
