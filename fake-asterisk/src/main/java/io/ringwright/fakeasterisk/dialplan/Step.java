package io.ringwright.fakeasterisk.dialplan;

/**
 * One line of a dialplan that does something.
 *
 * <p>Thread safety: immutable.
 *
 * @param priority where it stands in its extension, from 1
 * @param label its label, empty if it has none
 * @param application what it does
 * @param data the arguments, variables not yet put in
 * @param line the line of the text it was read from, from 1
 */
public record Step(int priority, String label, String application, String data, int line) {}
