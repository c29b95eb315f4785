/** The life of a call, followed class by class. */
@NullMarked
package io.ringwright.life;

import org.jspecify.annotations.NullMarked;
