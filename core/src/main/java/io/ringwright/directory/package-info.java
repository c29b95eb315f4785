/**
 * Who can be called: extensions, their call forwardings, and hunt groups.
 *
 * <p>Entry type: {@link io.ringwright.directory.PhoneList}, an unchanging list with a builder that
 * refuses every mistake it finds, all at once.
 */
@NullMarked
package io.ringwright.directory;

import org.jspecify.annotations.NullMarked;
