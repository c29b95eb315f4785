/**
 * What callers are told while they wait, and when: {@link
 * io.ringwright.announcement.AnnouncementPlan}.
 *
 * <p>Pure: the same settings, the same past and the same facts give the same announcement.
 */
@NullMarked
package io.ringwright.announcement;

import org.jspecify.annotations.NullMarked;
