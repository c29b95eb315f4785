/**
 * What in a directory is allowed but probably not meant: loops, dead ends, members that never ring,
 * settings without effect. Begin at {@link io.ringwright.lint.DirectoryLint}.
 */
@NullMarked
package io.ringwright.lint;

import org.jspecify.annotations.NullMarked;
