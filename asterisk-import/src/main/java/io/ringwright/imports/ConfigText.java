package io.ringwright.imports;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of a file: UTF-8 or, as Asterisk does not check it, Latin-1. */
record ConfigText(String text, boolean latin) {

  /** Decodes the bytes of a file; what holds zeros or is UTF-16 is refused. */
  static ConfigText of(String file, byte[] bytes) {
    refuseBinary(file, bytes);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new ConfigText(text.startsWith("\uFEFF") ? text.substring(1) : text, false);
    } catch (CharacterCodingException e) {
      return new ConfigText(new String(bytes, StandardCharsets.ISO_8859_1), true);
    }
  }

  private static void refuseBinary(String file, byte[] bytes) {
    int mark = bytes.length > 1 ? ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF) : 0;
    if (mark == 0xFEFF || mark == 0xFFFE) {
      throw new ImportException(file + ":1: is UTF-16; expected text in UTF-8");
    }
    int line = 1;
    for (byte each : bytes) {
      if (each == 0) {
        throw new ImportException(file + ":" + line + ": is no text; expected a configuration");
      }
      line += each == '\n' ? 1 : 0;
    }
  }
}
