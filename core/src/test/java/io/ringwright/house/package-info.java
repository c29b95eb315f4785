/**
 * The rules of the house that hold for core alone; the others are with the examples, which see
 * every module.
 */
@NullMarked
package io.ringwright.house;

import org.jspecify.annotations.NullMarked;
