/**
 * A stand-in for Asterisk, for tests: phones, channels, bridges and the text of a real dialplan in
 * memory, behind AMI and FastAGI sockets ({@link io.ringwright.fakeasterisk.FakeAsterisk}) or wired
 * to an engine without any ({@link io.ringwright.fakeasterisk.FakePbx}).
 */
@NullMarked
package io.ringwright.fakeasterisk;

import org.jspecify.annotations.NullMarked;
