package io.ringwright.fakeasterisk.dialplan;

/**
 * What a dialplan says about the state of an extension: {@code exten => 8260,hint,PJSIP/8260}.
 *
 * <p>Thread safety: immutable.
 *
 * @param extension the extension
 * @param context its context
 * @param devices the devices whose states count, joined by {@code &}
 */
public record Hint(String extension, String context, String devices) {}
