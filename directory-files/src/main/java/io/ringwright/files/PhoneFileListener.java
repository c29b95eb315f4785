package io.ringwright.files;

import java.util.List;

/**
 * Is told what becomes of a phone file that is watched. It is called by the thread that looks at
 * the file, and holds up nobody but that.
 *
 * <p>Thread safety: calls follow each other; implementations may be called by several threads in
 * turn.
 */
public interface PhoneFileListener {

  /** Does nothing. */
  PhoneFileListener NONE = new PhoneFileListener() {};

  /**
   * The file was read again, and what it says is in force.
   *
   * @param now what it says
   * @param differences what changed, a line for each; none if only the text did
   */
  default void changed(PhoneFile now, List<String> differences) {}

  /**
   * The file was read again and has mistakes: what it said last stays in force. Told once for each
   * change of the file.
   *
   * @param mistakes what is wrong with it
   */
  default void refused(List<FileMistake> mistakes) {}
}
