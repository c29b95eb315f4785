package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** Records {@link RecordedOutsideAgents}. */
@OnRealAsterisk
class OutsideAgentRecordings extends RecordedOutsideAgents {

  private final RealHouse house = new RealHouse();

  @Override
  PbxWithDesks boot() {
    return house.boot();
  }

  @Override
  void keep(EventRecording recorded, String name, String title) {
    house.keep(recorded, name, title);
  }
}
