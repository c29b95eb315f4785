package io.ringwright.it;

import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.fakeasterisk.PbxUnderTest;

/** {@link RenamedContextScenarios} on the real Asterisk. */
@OnRealAsterisk
class RealRenamedContextScenariosIT extends RenamedContextScenarios {

  @Override
  PbxUnderTest boot() {
    return RealAsterisk.boot(
        AsteriskInstallation.findOrOther(AsteriskRelease.chosen()),
        dialplan -> dialplan.context(Part.DELIVER, ContextName.of(LANDING_PLACE)));
  }
}
