package io.ringwright.call;

import java.time.Instant;

/**
 * What the caller's channel remembers of a call: the variables {@code RW_CALL}, {@code RW_GROUP},
 * {@code RW_PRIORITY} and {@code RW_SINCE}. Enough to take a caller back into line at the old place
 * after the engine has forgotten everything.
 *
 * <p>Thread safety: immutable.
 *
 * @param id the identity of the call
 * @param channel the caller's channel
 * @param caller who calls
 * @param called the extension or hunt group it was called for
 * @param priority the caller's priority
 * @param since when the call arrived, to the millisecond
 */
public record RememberedCall(
    CallId id,
    Channel channel,
    CallerId caller,
    DirectoryNumber called,
    Priority priority,
    Instant since) {}
