/**
 * Lines of named fields: the basics of the text forms of events and of images. Not part of the
 * public API.
 *
 * <p>Entry types: {@link io.ringwright.text.FieldWriter} and {@link
 * io.ringwright.text.FieldReader}.
 */
@NullMarked
package io.ringwright.text;

import org.jspecify.annotations.NullMarked;
