/**
 * Finds what a directory allows and probably does not mean: loops, dead ends, members that never
 * ring, settings without effect.
 *
 * <p>Entry type: {@link io.ringwright.lint.DirectoryLint}.
 */
@NullMarked
package io.ringwright.lint;

import org.jspecify.annotations.NullMarked;
