package io.ringwright.examples.house;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * The text of one Java file.
 *
 * @param name the path from the root of the project
 * @param text what it holds
 */
record SourceFile(String name, String text) {

  /** A method or constructor: its name, its length in lines without its comment, its parameters. */
  record Method(String name, int lines, int parameters) {}

  /** Every Java file under the modules, those with sins on purpose left out. */
  static List<SourceFile> all(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .map(path -> root.relativize(path).toString().replace('\\', '/'))
          .filter(name -> name.matches("[a-z-]+/src/.*") && !name.contains("/house/"))
          .sorted()
          .map(name -> read(root, name))
          .toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static SourceFile read(Path root, String name) {
    try {
      return new SourceFile(name, Files.readString(root.resolve(name)));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The folder of the project: Maven runs in the module, an editor perhaps in the project. */
  static Path root() {
    Path here = Path.of("").toAbsolutePath();
    return Files.exists(here.resolve("core/pom.xml")) ? here : here.resolve("..").normalize();
  }

  /** The path of the folder in which it is. */
  String folder() {
    return name.substring(0, name.lastIndexOf('/'));
  }

  boolean isMain() {
    return name.contains("/src/main/");
  }

  int lines() {
    return (int) text.lines().count();
  }

  /** The file as the compiler reads it. */
  CompilationUnitTree unit() {
    return parse(task());
  }

  /** The methods of all types in the file, in order. */
  List<Method> methods() {
    JavacTask task = task();
    CompilationUnitTree unit = parse(task);
    MethodScanner scanner = new MethodScanner(unit, Trees.instance(task).getSourcePositions());
    scanner.scan(unit, "");
    return List.copyOf(scanner.found);
  }

  /** What is public in the file and not described. */
  List<String> undescribed() {
    JavacTask task = task();
    CompilationUnitTree unit = parse(task);
    DocumentationScanner scanner = new DocumentationScanner(DocTrees.instance(task));
    scanner.scan(unit, null);
    return scanner.missing();
  }

  private JavacTask task() {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    return (JavacTask) compiler.getTask(null, null, null, null, null, List.of(new InMemory(this)));
  }

  private static CompilationUnitTree parse(JavacTask task) {
    try {
      return task.parse().iterator().next();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class InMemory extends SimpleJavaFileObject {
    private final String text;

    InMemory(SourceFile file) {
      super(URI.create("string:///" + file.name()), Kind.SOURCE);
      this.text = file.text();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private static final class MethodScanner extends TreeScanner<Void, String> {
    private final List<Method> found = new ArrayList<>();
    private final CompilationUnitTree unit;
    private final SourcePositions positions;

    MethodScanner(CompilationUnitTree unit, SourcePositions positions) {
      this.unit = unit;
      this.positions = positions;
    }

    @Override
    public Void visitClass(ClassTree type, String outer) {
      return super.visitClass(type, outer + type.getSimpleName() + ".");
    }

    @Override
    public Void visitMethod(MethodTree method, String outer) {
      int lines = (int) (line(positions.getEndPosition(unit, method)) - line(start(method)) + 1);
      found.add(new Method(outer + method.getName(), lines, method.getParameters().size()));
      return super.visitMethod(method, outer);
    }

    private long start(Tree tree) {
      return positions.getStartPosition(unit, tree);
    }

    private long line(long position) {
      return unit.getLineMap().getLineNumber(position);
    }
  }
}
