package io.ringwright.life;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.matcher.ElementMatcher;
import net.bytebuddy.matcher.ElementMatchers;
import net.bytebuddy.pool.TypePool;

/** Loads the classes of the library anew, so that each method says when it begins and ends. */
final class TracingLoader extends ClassLoader {

  private static final String OURS = "io.ringwright.";
  private static final String TRACE = Trace.class.getName();
  private static final ElementMatcher.Junction<MethodDescription> TRACED =
      ElementMatchers.<MethodDescription>isMethod()
          .and(ElementMatchers.not(ElementMatchers.isAbstract()))
          .and(ElementMatchers.not(ElementMatchers.isNative()));

  private final ClassFileLocator files;
  private final TypePool types;

  TracingLoader(ClassLoader parent) {
    super(parent);
    files = ClassFileLocator.ForClassLoader.of(parent);
    types = TypePool.Default.of(files);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      if (known != null) {
        return known;
      }
      return name.startsWith(OURS) && !name.equals(TRACE)
          ? defined(name)
          : super.loadClass(name, resolve);
    }
  }

  private Class<?> defined(String name) throws ClassNotFoundException {
    byte[] code = name.startsWith(OURS + "life.") ? plain(name) : traced(name);
    return defineClass(name, code, 0, code.length);
  }

  private byte[] traced(String name) {
    return new ByteBuddy()
        .redefine(types.describe(name).resolve(), files)
        .visit(Advice.to(Traced.class).on(TRACED))
        .make()
        .getBytes();
  }

  private byte[] plain(String name) throws ClassNotFoundException {
    try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What is put around each method. */
  static final class Traced {
    private Traced() {}

    @Advice.OnMethodEnter
    static void enter(@Advice.Origin("#t") String type) {
      Trace.enter(type);
    }

    @Advice.OnMethodExit(onThrowable = Throwable.class)
    static void leave() {
      Trace.leave();
    }
  }
}
