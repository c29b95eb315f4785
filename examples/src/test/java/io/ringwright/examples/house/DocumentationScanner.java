package io.ringwright.examples.house;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/*
 * Why not leave this to javadoc: its lint wants the @param lines of a record repeated on the record's compact
 * constructor, and asks for none on the record itself.
 */
/** Finds what is public and not described. */
final class DocumentationScanner extends TreePathScanner<Void, Void> {

  private final List<String> missing = new ArrayList<>();
  private final DocTrees comments;

  DocumentationScanner(DocTrees comments) {
    this.comments = comments;
  }

  /** One line for each thing that lacks something, in the order of the file. */
  List<String> missing() {
    return List.copyOf(missing);
  }

  @Override
  public Void visitClass(ClassTree type, Void unused) {
    if (type.getSimpleName().isEmpty() || !isVisible(type.getModifiers())) {
      return null;
    }
    checkComment(type.getSimpleName().toString(), parametersOf(type), false);
    return super.visitClass(type, null);
  }

  @Override
  public Void visitMethod(MethodTree method, Void unused) {
    if (isVisible(method.getModifiers()) && !isOverride(method) && !isRecordConstructor(method)) {
      Stream<String> parameters =
          method.getParameters().stream().map(parameter -> parameter.getName().toString());
      checkComment(method.getName().toString(), parameters.toList(), returnsSomething(method));
    }
    return null;
  }

  @Override
  public Void visitVariable(VariableTree field, Void unused) {
    boolean component = parent().getKind() == Tree.Kind.RECORD && !isStatic(field);
    if (isVisible(field.getModifiers()) && !component) {
      checkComment(field.getName().toString(), List.of(), false);
    }
    return null;
  }

  private void checkComment(String name, List<String> parameters, boolean returns) {
    DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
    if (comment == null) {
      missing.add(name + " has no comment");
      return;
    }
    List<String> described = describedParameters(comment);
    parameters.stream()
        .filter(parameter -> !described.contains(parameter))
        .forEach(parameter -> missing.add(name + " does not describe " + parameter));
    if (returns && !describesReturn(comment)) {
      missing.add(name + " does not say what it returns");
    }
  }

  private static List<String> describedParameters(DocCommentTree comment) {
    return comment.getBlockTags().stream()
        .filter(tag -> tag instanceof ParamTree)
        .map(tag -> ((ParamTree) tag).getName().getName().toString())
        .toList();
  }

  private static boolean describesReturn(DocCommentTree comment) {
    return Stream.concat(comment.getBlockTags().stream(), comment.getFullBody().stream())
        .anyMatch(tag -> tag.getKind() == DocTree.Kind.RETURN);
  }

  private static List<String> parametersOf(ClassTree type) {
    Stream<String> generic =
        type.getTypeParameters().stream().map(TypeParameterTree::getName).map(Object::toString);
    Stream<String> components =
        type.getKind() == Tree.Kind.RECORD
            ? type.getMembers().stream()
                .filter(member -> member instanceof VariableTree field && !isStatic(field))
                .map(member -> ((VariableTree) member).getName().toString())
            : Stream.empty();
    return Stream.concat(generic, components).toList();
  }

  /** What stands in an interface is public without saying so. */
  private boolean isVisible(ModifiersTree modifiers) {
    Set<Modifier> flags = modifiers.getFlags();
    boolean inInterface = parent().getKind() == Tree.Kind.INTERFACE;
    return flags.contains(Modifier.PUBLIC)
        || flags.contains(Modifier.PROTECTED)
        || (inInterface && !flags.contains(Modifier.PRIVATE));
  }

  private static boolean isStatic(VariableTree field) {
    return field.getModifiers().getFlags().contains(Modifier.STATIC);
  }

  private static boolean isOverride(MethodTree method) {
    return method.getModifiers().getAnnotations().stream()
        .anyMatch(annotation -> annotation.getAnnotationType().toString().equals("Override"));
  }

  /**
   * The record's own comment describes its components; what the constructor refuses is their range.
   */
  private boolean isRecordConstructor(MethodTree method) {
    return method.getName().contentEquals("<init>") && parent().getKind() == Tree.Kind.RECORD;
  }

  private static boolean returnsSomething(MethodTree method) {
    return Optional.ofNullable(method.getReturnType())
        .filter(type -> !type.toString().equals("void"))
        .isPresent();
  }

  private Tree parent() {
    TreePath path = getCurrentPath();
    return path.getParentPath().getLeaf();
  }
}
