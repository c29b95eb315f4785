package io.ringwright.imports;

import io.ringwright.files.PhoneFile;

/**
 * A configuration of app_queue, imported.
 *
 * <p>Thread safety: immutable.
 *
 * @param phones the phone list, with the names of members and queues
 * @param report what became of each line
 */
public record ImportedHouse(PhoneFile phones, ImportReport report) {}
