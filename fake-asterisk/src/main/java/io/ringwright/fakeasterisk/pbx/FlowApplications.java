package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Condition;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import io.ringwright.fakeasterisk.switchboard.Location;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The applications that say how a dialplan goes on: NoOp, Verbose, Set, Goto, GotoIf, ExecIf,
 * Gosub, Return. Source: {@code main/pbx_builtins.c}, {@code main/pbx.c}, {@code apps/app_exec.c}
 * and {@code apps/app_stack.c} of Asterisk.
 */
final class FlowApplications {

  private static final Pattern APPLICATION =
      Pattern.compile("\\s*(\\w+)\\s*(?:\\((.*)\\))?\\s*", Pattern.DOTALL);

  private FlowApplications() {}

  static void addTo(Applications applications) {
    applications.add("NoOp", call -> call.done(Verdict.CONTINUE));
    applications.add("Verbose", call -> call.done(Verdict.CONTINUE));
    applications.add("Log", call -> call.done(Verdict.CONTINUE));
    applications.add("Set", FlowApplications::set);
    applications.add("MSet", FlowApplications::setSeveral);
    applications.add("Goto", call -> goTo(call, call.data()));
    applications.add("GotoIf", FlowApplications::goToIf);
    applications.add("ExecIf", call -> executeIf(call, applications));
    applications.add("Gosub", FlowApplications::goSub);
    applications.add("Return", FlowApplications::comeBack);
  }

  private static void set(Application.Call call) {
    write(call, call.data());
    call.done(Verdict.CONTINUE);
  }

  /** All values stand before the first of them is written. None of them has a comma in it. */
  private static void setSeveral(Application.Call call) {
    Stream.of(call.data().split(",", -1)).forEach(each -> write(call, each));
    call.done(Verdict.CONTINUE);
  }

  private static void write(Application.Call call, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals > 0) {
      String name = assignment.substring(0, equals).strip();
      call.dialplan().write(call.channel(), name, assignment.substring(equals + 1));
    }
  }

  private static void goTo(Application.Call call, String target) {
    Optional<Location> place = place(call.dialplan(), call.channel(), target);
    place.ifPresent(found -> call.dialplan().jump(call.channel(), found));
    call.done(place.isPresent() ? Verdict.CONTINUE : Verdict.LEAVE);
  }

  private static void goSub(Application.Call call) {
    Location here = call.channel().location();
    call.dialplan()
        .subroutines()
        .begin(call.channel(), new Location(here.context(), here.extension(), here.priority() + 1));
    goTo(call, call.data());
  }

  /** Where no subroutine has begun the channel is hung up. */
  private static void comeBack(Application.Call call) {
    Optional<Location> next = call.dialplan().subroutines().end(call.channel());
    next.ifPresent(place -> call.dialplan().jump(call.channel(), place));
    call.done(next.isPresent() ? Verdict.CONTINUE : Verdict.LEAVE);
  }

  /** Reads {@code [[context,]extension,]priority}. */
  static Optional<Location> place(DialplanAccess dialplan, LiveChannel channel, String target) {
    String[] parts = target.strip().split(",", -1);
    Location here = channel.location();
    String context = parts.length > 2 ? parts[0].strip() : here.context();
    String extension =
        parts.length > 1 ? parts[parts.length > 2 ? 1 : 0].strip() : here.extension();
    String priority = parts[Math.min(parts.length - 1, 2)].strip();
    return dialplan
        .priority(context, extension, priority)
        .map(number -> new Location(context, extension, number));
  }

  private static void goToIf(Application.Call call) {
    String chosen = chosen(call.data());
    if (chosen.isBlank()) {
      call.done(Verdict.CONTINUE);
    } else {
      goTo(call, chosen);
    }
  }

  private static void executeIf(Application.Call call, Applications applications) {
    Matcher named = APPLICATION.matcher(chosen(call.data()));
    Optional<Application> application =
        named.matches() ? applications.find(named.group(1)) : Optional.empty();
    if (application.isPresent()) {
      application.get().start(call.with(named.group(2) == null ? "" : named.group(2)));
    } else {
      call.done(Verdict.CONTINUE);
    }
  }

  /** What stands after the question mark: before the colon if the condition holds, else after. */
  private static String chosen(String data) {
    int question = indexOutsideParentheses(data, '?');
    if (question < 0) {
      return "";
    }
    String branches = data.substring(question + 1);
    int colon = indexOutsideParentheses(branches, ':');
    boolean holds = Condition.holds(data.substring(0, question).strip());
    if (colon < 0) {
      return holds ? branches : "";
    }
    return holds ? branches.substring(0, colon) : branches.substring(colon + 1);
  }

  private static int indexOutsideParentheses(String text, char wanted) {
    int depth = 0;
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (c == wanted && depth <= 0) {
        return at;
      }
    }
    return -1;
  }
}
