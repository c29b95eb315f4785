package io.ringwright.it;

import io.ringwright.fakeasterisk.PbxWithDesks;

/**
 * Holds the fake Asterisk to the recordings of transfers by keys in which whoever was called is
 * heard first.
 */
class FakeRecordedKeyTransfersSpokenTest extends RecordedKeyTransfers {

  @Override
  PbxWithDesks boot() {
    return FakeSwitch.bootWithFirstToSpeak("8302");
  }

  @Override
  void keep(EventRecording recorded, String name, String title) {
    SameAsRecorded.assertSameWhereRecorded(recorded.lines(), name);
  }
}
