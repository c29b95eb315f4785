/**
 * The configuration of app_queue, imported: a phone file, and what became of each line.
 *
 * <p>Entry type: {@link io.ringwright.imports.AsteriskImport}.
 */
@NullMarked
package io.ringwright.imports;

import org.jspecify.annotations.NullMarked;
