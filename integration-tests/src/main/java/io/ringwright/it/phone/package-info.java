/**
 * A SIP telephone for tests. Begin with {@link io.ringwright.it.phone.SipPhone}.
 *
 * <p>It does what a desk phone does, over UDP on loopback, and talks by RTP packets of silence.
 * There are no passwords, no routes and no encryption: whoever needs these tests Asterisk and not
 * Ringwright.
 */
@NullMarked
package io.ringwright.it.phone;

import org.jspecify.annotations.NullMarked;
