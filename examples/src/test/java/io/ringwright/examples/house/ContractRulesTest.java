package io.ringwright.examples.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.Dialplan;
import java.util.List;
import org.junit.jupiter.api.Test;

class ContractRulesTest {

  private static final String DIALPLAN =
      Dialplan.standard().render().replace("agi://127.0.0.1:4573", "@AGI@")
          + Dialplan.standard().renderAgents();

  @Test
  void only_the_contract_spells_the_names_of_variables() {
    List<SourceFile> files = SourceFile.all(SourceFile.root());
    assertThat(ContractRules.namesSpeltElsewhere(files)).isEmpty();
  }

  @Test
  void a_name_that_is_spelt_elsewhere_is_found() {
    SourceFile text =
        new SourceFile(
            "core/src/main/java/Sin.java",
            "/** RW_CALL in words is none. */ class Sin { String name = \"x,RW_CALL\"; }");
    SourceFile block =
        new SourceFile(
            "agi-adapter/src/main/java/Sin.java",
            "class Sin { String plan = \"\"\"\n    Set(RW_GROUP=1)\n    \"\"\"; }");
    SourceFile home =
        new SourceFile(
            "core/src/main/java/io/ringwright/dialplan/Home.java",
            "class Home { String name = \"RW_CALL\"; }");
    assertThat(ContractRules.namesSpeltElsewhere(List.of(text, block, home)))
        .containsExactly(
            "core/src/main/java/Sin.java: x,RW_CALL",
            "agi-adapter/src/main/java/Sin.java: Set(RW_GROUP=1)");
  }

  @Test
  void the_generated_dialplan_keeps_the_contract() {
    assertThat(ContractRules.variablesThatDiffer(DIALPLAN)).isEmpty();
    assertThat(ContractRules.questionsThatDiffer(DIALPLAN)).isEmpty();
    assertThat(ContractRules.versionsThatDiffer(DIALPLAN)).isEmpty();
  }

  @Test
  void a_dialplan_that_uses_another_variable_is_found() {
    assertThat(ContractRules.variablesThatDiffer(DIALPLAN + "Set(RW_MOON=1)"))
        .containsExactly("RW_MOON");
    assertThat(ContractRules.variablesThatDiffer(DIALPLAN.replace("RW_SAY", "RW_SAID")))
        .containsExactly("RW_SAID", "RW_SAY");
  }

  @Test
  void a_dialplan_that_asks_in_another_order_is_found() {
    String wrong = DIALPLAN.replace("=${RW_CALL},${RW_TYPED}", "=${RW_TYPED},${RW_CALL}");
    assertThat(ContractRules.questionsThatDiffer(wrong))
        .containsExactly(
            "key,RW_ASKED,RW_CALL,RW_TYPED,RW_INQUIRY,RW_GROUP,RW_PRIORITY,RW_SINCE,RW_SKILLS",
            "key,RW_ASKED,RW_TYPED,RW_CALL,RW_INQUIRY,RW_GROUP,RW_PRIORITY,RW_SINCE,RW_SKILLS");
  }

  @Test
  void a_dialplan_of_another_version_or_of_none_is_found() {
    assertThat(ContractRules.versionsThatDiffer("Set(RW_CONTRACT=0)")).containsExactly("0");
    assertThat(ContractRules.versionsThatDiffer("")).containsExactly("");
  }
}
