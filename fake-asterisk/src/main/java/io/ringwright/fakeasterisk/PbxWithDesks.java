package io.ringwright.fakeasterisk;

/**
 * A switch whose phones do what people do with them: they transfer callers and pick up calls.
 *
 * <p>Thread safety: may be used by many threads.
 */
public interface PbxWithDesks extends PbxUnderTest {

  /**
   * A phone in the house.
   *
   * @param account its number, such as {@code 8301}
   * @return a phone that can be reached until it is closed
   */
  DeskPhone deskPhone(String account);

  /**
   * A phone outside, from which anybody may call.
   *
   * @return a phone that can be reached until it is closed
   */
  DeskPhone phoneOutside();
}
