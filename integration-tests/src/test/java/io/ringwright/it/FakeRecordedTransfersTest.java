package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/** Holds the fake Asterisk to the recordings of transfers by REFER. */
class FakeRecordedTransfersTest extends RecordedReferTransfers {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithDesks();
  }

  @Override
  void keep(EventRecording recorded, String name, String title) {
    SameAsRecorded.assertSame(recorded.lines(), name);
  }
}
