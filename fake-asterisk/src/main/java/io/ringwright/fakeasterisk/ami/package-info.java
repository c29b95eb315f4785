/**
 * Asterisk's manager interface (AMI) as version 22 speaks it, served on loopback for a switch in
 * memory, with the faults that a real Asterisk does not make on demand.
 *
 * <p>Entry type: {@link io.ringwright.fakeasterisk.ami.AmiServer}. The wire forms are those that
 * Asterisk 22.10 was seen to send, and its {@code main/manager.c}.
 */
@NullMarked
package io.ringwright.fakeasterisk.ami;

import org.jspecify.annotations.NullMarked;
