package io.ringwright.agi;

/**
 * How many sessions a server has had since it was started, by what became of them.
 *
 * @param answered questions that were answered in time, those at which something failed included
 * @param late questions to which the engine had no answer in time; the dialplan was told so
 * @param refused sessions that were not served, because there were more at once than threads, no
 *     thread could be made, or the request could not be understood
 * @param failed questions at which the engine or a thing of the host failed with an exception or an
 *     error
 */
public record AgiCounts(long answered, long late, long refused, long failed) {}
