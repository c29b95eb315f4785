package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** Records calls that somebody else takes on the real Asterisk. */
@OnRealAsterisk
class PickUpRecordings extends RecordedPickUps {

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
