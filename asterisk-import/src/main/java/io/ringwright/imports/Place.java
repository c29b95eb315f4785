package io.ringwright.imports;

/** A line of a file of the configuration, counted from 1. */
record Place(String file, int line) {

  @Override
  public String toString() {
    return file + ":" + line;
  }
}
