/** What moves a switch: tasks one after another, in the time of the wall or of a test. */
@NullMarked
package io.ringwright.fakeasterisk.timeline;

import org.jspecify.annotations.NullMarked;
