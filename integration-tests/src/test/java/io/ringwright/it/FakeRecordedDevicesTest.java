package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** Holds the fake Asterisk to the recordings of devices that are not simply one phone. */
class FakeRecordedDevicesTest extends RecordedDevices {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }

  @Override
  void keep(EventRecording recorded, String name, String title) {
    SameAsRecorded.assertSame(recorded.lines(), name);
  }
}
