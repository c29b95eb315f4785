package io.ringwright.fakeasterisk.dialplan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One context: its extensions, the most specific first, and the contexts it includes. */
final class Context {

  private final List<Extension> extensions = new ArrayList<>();
  private final List<String> includes = new ArrayList<>();

  /** The extension of this name, made if it is new. */
  Extension extension(String name) {
    ExtensionPattern pattern = new ExtensionPattern(name);
    for (Extension known : extensions) {
      if (known.pattern().equals(pattern)) {
        return known;
      }
    }
    Extension added = new Extension(pattern);
    extensions.add(added);
    extensions.sort(Comparator.comparing(Extension::pattern));
    return added;
  }

  void include(String context) {
    includes.add(context);
  }

  List<Extension> extensions() {
    return extensions;
  }

  List<String> includes() {
    return includes;
  }
}
