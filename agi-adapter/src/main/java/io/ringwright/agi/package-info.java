/**
 * FastAGI: a call arrives from the dialplan, the router decides, and the decision goes back as
 * channel variables.
 */
@NullMarked
package io.ringwright.agi;

import org.jspecify.annotations.NullMarked;
