package io.ringwright.host;

/** What came of a question to code of the host. */
public sealed interface Reply<A> {

  /**
   * It answered.
   *
   * @param value the answer
   */
  record Said<A>(A value) implements Reply<A> {}

  /**
   * It threw, or took too long.
   *
   * @param why what it threw, or the time it took
   */
  record Failed<A>(RuntimeException why) implements Reply<A> {}

  /** It was not asked: it took too long a while ago, or all the time was used up before. */
  record NotAsked<A>() implements Reply<A> {}
}
