/**
 * AMI: device states and hang-ups come in, waiting calls are delivered to the phone chosen for
 * them.
 *
 * <p>Entry type: {@link io.ringwright.ami.AmiConnection}, with {@link
 * io.ringwright.ami.AmiTelephony} through which the router moves callers.
 *
 * <p>The adapter logs with SLF4J: a line at INFO or WARN when the link comes or goes, DEBUG for
 * each action, and never a caller's number. asterisk-java is more talkative; {@code WARN} for
 * {@code org.asteriskjava.manager.internal.ManagerConnectionImpl}, {@code ManagerReaderImpl} and
 * {@code org.reflections}, and {@code ERROR} for {@code
 * org.asteriskjava.manager.internal.AsyncEventPump}, keep what is worth reading.
 */
@NullMarked
package io.ringwright.ami;

import org.jspecify.annotations.NullMarked;
