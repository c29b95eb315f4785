/** The rules of the house as values: each module's architecture test checks itself against them. */
@NullMarked
package io.ringwright.house;

import org.jspecify.annotations.NullMarked;
