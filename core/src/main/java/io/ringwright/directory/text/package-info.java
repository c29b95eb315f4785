/**
 * The text form of a phone list, by which it is kept and compared.
 *
 * <p>Entry type: {@link io.ringwright.directory.text.PhoneListText}.
 */
@NullMarked
package io.ringwright.directory.text;

import org.jspecify.annotations.NullMarked;
