/**
 * FastAGI from Asterisk's side: a channel whose dialplan says {@code AGI(agi://…)} is driven by the
 * application's server until that closes the connection.
 *
 * <p>Entry type: {@link io.ringwright.fakeasterisk.agi.AgiApplication}. The wire forms are those
 * that Asterisk 22.10 was seen to send, and its {@code res/res_agi.c}.
 */
@NullMarked
package io.ringwright.fakeasterisk.agi;

import org.jspecify.annotations.NullMarked;
