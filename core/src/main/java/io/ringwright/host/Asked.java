package io.ringwright.host;

import java.util.function.Supplier;

/**
 * A question to code of the host.
 *
 * @param name which code: whoever answers too late is not asked again for a while, by this name
 * @param question asks it; it may throw anything
 */
public record Asked<A>(String name, Supplier<A> question) {}
