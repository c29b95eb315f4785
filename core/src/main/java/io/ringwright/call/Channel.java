package io.ringwright.call;

import java.util.Optional;

/**
 * One leg between an Asterisk and an endpoint: {@code PJSIP/trunk-0000001f} on a given PBX.
 *
 * <p>Thread safety: immutable.
 *
 * @param pbx the Asterisk that holds the channel
 * @param name the channel's name there, 1 to 120 letters, digits and {@code / @ . _ : ; + = # * -}
 */
public record Channel(PbxId pbx, String name) {

  private static final Characters.Shape SHAPE =
      new Characters.Shape(
          120,
          c -> Characters.letterOrDigit(c) || Characters.anyOf(c, "/@._:;+=#*-"),
          "letters, digits and / @ . _ : ; + = # * -");

  /**
   * Checks the name.
   *
   * @throws IllegalArgumentException if it holds a character that no channel name has
   */
  public Channel {
    SHAPE.require("channel name", name);
  }

  /**
   * Reads a name that a switch sent.
   *
   * @param pbx the Asterisk that holds the channel
   * @param name the name
   * @return empty if it is no name of a channel
   */
  public static Optional<Channel> parse(PbxId pbx, String name) {
    return SHAPE.fits(name) ? Optional.of(new Channel(pbx, name)) : Optional.empty();
  }

  @Override
  public String toString() {
    return pbx + ":" + name;
  }
}
