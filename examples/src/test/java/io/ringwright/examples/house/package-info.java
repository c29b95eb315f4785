/** The rules that need to see every module, or its source files. */
@NullMarked
package io.ringwright.examples.house;

import org.jspecify.annotations.NullMarked;
