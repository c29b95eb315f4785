/**
 * AMI: device states and hang-ups come in, waiting calls are delivered to the phone chosen for
 * them.
 */
@NullMarked
package io.ringwright.ami;

import org.jspecify.annotations.NullMarked;
