package io.ringwright.files;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** The text of a file that is to be UTF-8, or what is wrong with its bytes. */
final class FileText {

  private static final String ITEM = "encoding";
  private static final String EXPECTED = "text in UTF-8";
  private static final String SAVE_AS_UTF_8 = "Save the file as UTF-8.";

  private final String file;
  private final FileMistakes mistakes;

  FileText(String file, FileMistakes mistakes) {
    this.file = file;
    this.mistakes = mistakes;
  }

  /** Without a byte order mark; empty if a mistake was noted. */
  Optional<String> decode(byte[] bytes) {
    if (isUtf16(bytes)) {
      wrong(new FilePlace(file, 1, 1), "the file is in UTF-16", SAVE_AS_UTF_8);
      return Optional.empty();
    }
    CharsetDecoder utf8 =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = utf8.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      String problem = "byte 0x%02X is no UTF-8".formatted(bytes[in.position()] & 0xFF);
      wrong(end(text), problem, SAVE_AS_UTF_8);
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text).filter(this::isText);
  }

  private static boolean isUtf16(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int start = ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    return start == 0xFEFF || start == 0xFFFE || bytes[0] == 0 || bytes[1] == 0;
  }

  /** Whether YAML may hold all characters of it; else a mistake is noted. */
  boolean isText(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (!StreamReader.isPrintable(c)) {
        String problem = "character U+%04X is not printable".formatted(c);
        wrong(end(text.substring(0, at)), problem, "Is this a phone file, or a binary one?");
        return false;
      }
      at += Character.charCount(c);
    }
    return true;
  }

  /** Where the next character would stand. */
  private FilePlace end(String before) {
    int lines = (int) before.chars().filter(c -> c == '\n').count();
    return new FilePlace(file, lines + 1, before.length() - before.lastIndexOf('\n'));
  }

  private void wrong(FilePlace at, String problem, String remedy) {
    mistakes.add(new FileMistake(at, ITEM, problem, EXPECTED, remedy));
  }
}
