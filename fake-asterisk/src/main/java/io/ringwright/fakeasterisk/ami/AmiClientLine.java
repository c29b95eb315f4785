package io.ringwright.fakeasterisk.ami;

import io.ringwright.fakeasterisk.timeline.Timeline;

/**
 * What comes from one client of the manager interface that has no socket.
 *
 * <p>Thread safety: belongs to the timeline's thread.
 */
public final class AmiClientLine {

  private final LineAssembly assembly = new LineAssembly();
  private final AmiSession session;
  private final Timeline timeline;
  private final Runnable whenGone;

  AmiClientLine(AmiSession session, Timeline timeline, Runnable whenGone) {
    this.session = session;
    this.timeline = timeline;
    this.whenGone = whenGone;
  }

  /**
   * Takes bytes as they come: a line may come in pieces.
   *
   * @param bytes what the client wrote
   */
  public void received(byte[] bytes) {
    for (String text : assembly.take(bytes, bytes.length)) {
      AmiConnection.Line line = new AmiConnection.Line(text, assembly.wasSpoilt());
      timeline.run(() -> session.line(line));
    }
  }

  /** The client has gone: nothing more is told to it. */
  public void gone() {
    whenGone.run();
  }
}
