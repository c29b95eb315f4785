/**
 * Meters for a Micrometer registry: waits, answers, phones, deliveries, journal and links.
 *
 * <p>Entry type: {@link io.ringwright.micrometer.RoutingMeters}. The list of all meters is in the
 * resource {@code meters.tsv} of this package, a dashboard for Grafana in {@code
 * ringwright-dashboard.json}.
 */
@NullMarked
package io.ringwright.micrometer;

import org.jspecify.annotations.NullMarked;
