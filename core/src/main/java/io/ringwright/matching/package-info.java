/**
 * Order kept ready: what the rules would find by asking everybody, found by asking the first. Not
 * part of the public API.
 *
 * <p>Entry type: {@link io.ringwright.matching.MemberIndex}.
 */
@NullMarked
package io.ringwright.matching;

import org.jspecify.annotations.NullMarked;
