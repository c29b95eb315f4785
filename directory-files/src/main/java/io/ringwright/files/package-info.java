/**
 * The phone list as a YAML file: read, written, compared, watched.
 *
 * <p>Entry type: {@link io.ringwright.files.PhoneFileReader}.
 */
@NullMarked
package io.ringwright.files;

import org.jspecify.annotations.NullMarked;
