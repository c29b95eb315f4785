package io.ringwright.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Who imports the bill of materials gets every module that is published, and no other. */
class PublishedModulesTest {

  private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
  private static final Pattern MANAGED =
      Pattern.compile(
          "<dependency>\\s*<groupId>io\\.ringwright</groupId>\\s*<artifactId>ringwright-([^<]+)");

  @Test
  void the_bill_of_materials_names_the_published_modules() throws IOException {
    assertThat(all(MANAGED, pom("bom"))).containsExactlyInAnyOrderElementsOf(published());
  }

  @Test
  void the_readme_names_them_too() throws IOException {
    String readme = Files.readString(SourceFile.root().resolve("README.md"));
    assertThat(published()).allSatisfy(name -> assertThat(readme).contains("`ringwright-" + name));
  }

  private static List<String> published() throws IOException {
    List<String> published = new ArrayList<>();
    for (String module : all(MODULE, pom("."))) {
      String text = pom(module);
      if (!module.equals("bom") && !text.contains("<maven.deploy.skip>true")) {
        published.add(module);
      }
    }
    assertThat(published).contains("core");
    return published;
  }

  private static List<String> all(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(found -> found.group(1)).toList();
  }

  private static String pom(String module) throws IOException {
    return Files.readString(SourceFile.root().resolve(module).resolve("pom.xml"));
  }
}
