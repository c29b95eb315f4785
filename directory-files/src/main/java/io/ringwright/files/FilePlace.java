package io.ringwright.files;

/**
 * A place in a file.
 *
 * <p>Thread safety: immutable.
 *
 * @param file the name of the file, from the folder of the first one that was read
 * @param line from 1; 0 for the file as a whole
 * @param column from 1; 0 for the file as a whole
 */
public record FilePlace(String file, int line, int column) {

  /** The file as a whole. */
  static FilePlace of(String file) {
    return new FilePlace(file, 0, 0);
  }

  /** Such as {@code phones.yaml:12:5}, as compilers write it. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
