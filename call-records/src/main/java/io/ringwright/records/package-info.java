/**
 * Call records: one for each visit of a call and one for each ring of a phone, built from what a
 * {@link io.ringwright.port.RoutingListener} is told, written to a database, and asked for reports.
 * The same events as lines of Asterisk's {@code queue_log}.
 *
 * <p>Entry types: {@link io.ringwright.records.CallRecords}, {@link
 * io.ringwright.records.RecordDatabase}, {@link io.ringwright.records.CallReports}, {@link
 * io.ringwright.records.QueueLog}.
 */
@NullMarked
package io.ringwright.records;

import org.jspecify.annotations.NullMarked;
