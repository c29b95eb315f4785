/**
 * The language of Asterisk's {@code extensions.conf}, as much of it as a routing dialplan needs:
 * contexts, extensions and patterns, priorities and labels, variables, functions and expressions.
 *
 * <p>Nothing here makes a call: {@link io.ringwright.fakeasterisk.dialplan.Dialplan} says which
 * step comes next, {@link io.ringwright.fakeasterisk.dialplan.Substitution} what its text means.
 */
@NullMarked
package io.ringwright.fakeasterisk.dialplan;

import org.jspecify.annotations.NullMarked;
