@org.jspecify.annotations.NullMarked
package io.ringwright.directory.text;
