package io.ringwright.call;

/**
 * One phone to ring.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension the extension that is called
 * @param device the device that rings for it
 */
public record RingTarget(DirectoryNumber extension, Device device) {}
