package io.ringwright.fakeasterisk;

import io.ringwright.fakeasterisk.pbx.DialplanRunner;
import io.ringwright.fakeasterisk.switchboard.RealTimeline;
import io.ringwright.fakeasterisk.switchboard.Switchboard;

/** What a phone needs of its switch. */
record FakeDeskParts(RealTimeline timeline, Switchboard switchboard, DialplanRunner runner) {}
