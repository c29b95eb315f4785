/** The scenarios, run on a real Asterisk with SIPp phones. */
@NullMarked
package io.ringwright.it;

import org.jspecify.annotations.NullMarked;
