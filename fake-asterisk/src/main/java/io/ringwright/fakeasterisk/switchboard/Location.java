package io.ringwright.fakeasterisk.switchboard;

/**
 * A place in a dialplan: where a channel is.
 *
 * <p>Thread safety: immutable.
 *
 * @param context the context
 * @param extension what was dialled there
 * @param priority from 1
 */
public record Location(String context, String extension, int priority) {}
