package io.ringwright.records;

import io.ringwright.call.RoutingExplanation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The digest by which the explanation of a decision is found again. */
final class ExplanationDigest {

  private static final int BYTES = 16;

  private ExplanationDigest() {}

  /** 32 hexadecimal digits, or nothing where there is no explanation. */
  static String of(@Nullable RoutingExplanation explanation) {
    if (explanation == null) {
      return "";
    }
    byte[] text = explanation.toString().getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(sha256(text), 0, BYTES);
  }

  private static byte[] sha256(byte[] text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256, which every Java must have", e);
    }
  }
}
