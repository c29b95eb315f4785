package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.directory.Extension;

/**
 * An extension that may be rung now.
 *
 * @param extension which
 * @param availability free or free on hold
 * @param path the way that led there
 */
public record Candidate(Extension extension, Availability availability, Path path)
    implements ChainEnd {}
