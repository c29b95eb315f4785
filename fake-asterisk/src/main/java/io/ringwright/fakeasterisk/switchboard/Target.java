package io.ringwright.fakeasterisk.switchboard;

/** What can be dialled: {@code technology/device} or {@code technology/number@device}. */
final class Target {

  private Target() {}

  /** The device that is called, such as {@code PJSIP/trunk}. */
  static String device(String target) {
    int slash = target.indexOf('/');
    int at = target.lastIndexOf('@');
    return slash < 0 || at < slash
        ? target
        : target.substring(0, slash + 1) + target.substring(at + 1);
  }

  /** What comes after the technology, such as {@code 0301234567@trunk}. */
  static String resource(String target) {
    return target.substring(target.indexOf('/') + 1);
  }

  /** The number in it, such as {@code 0301234567}. */
  static String number(String resource) {
    int at = resource.lastIndexOf('@');
    return at < 0 ? resource : resource.substring(0, at);
  }
}
