/**
 * What is going on at one moment, for a wallboard or a supervisor: values, made without changing
 * anything.
 *
 * <p>Entry type: {@link io.ringwright.view.RouterView}.
 */
@NullMarked
package io.ringwright.view;

import org.jspecify.annotations.NullMarked;
