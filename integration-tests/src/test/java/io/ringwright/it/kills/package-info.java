/**
 * Disturbances under load on the real Asterisk, and what each caller experiences; the entry is
 * {@link io.ringwright.it.kills.KillsUnderLoad}.
 */
@NullMarked
package io.ringwright.it.kills;

import org.jspecify.annotations.NullMarked;
