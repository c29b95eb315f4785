package io.ringwright.records;

/**
 * What became of the visits of which a listener was told.
 *
 * <p>Thread safety: immutable.
 *
 * @param open how many are not over
 * @param letGo how many were let go without a record: they lasted too long, were too many, or their
 *     end was not told
 * @param missed how many tellings did not reach the listener, because too many waited
 */
public record RecordCounts(int open, long letGo, long missed) {}
