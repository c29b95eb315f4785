package io.ringwright.agi;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Inquiry;
import io.ringwright.call.PbxId;
import io.ringwright.call.Preference;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.call.Token;
import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Question;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asteriskjava.fastagi.AgiRequest;
import org.jspecify.annotations.Nullable;

/**
 * What Asterisk asks for: the script, its arguments, and who is on the channel. Text becomes values
 * here, and nowhere else.
 *
 * <p>Methods throw {@link IllegalArgumentException} where the text is not the value it should be;
 * its message can be shown to whoever wrote the dialplan.
 *
 * <p>Thread safety: immutable.
 *
 * @param script the name in the address, such as {@code route}
 * @param environment what Asterisk sent, by name without prefix
 * @param arguments the arguments in order, empty text where one is empty
 */
record ScriptRequest(String script, Map<String, String> environment, List<String> arguments) {

  ScriptRequest {
    environment = Map.copyOf(environment);
    arguments = List.copyOf(arguments);
  }

  /** From a request whose head is sound: its arguments are numbered from 1, none left out. */
  static ScriptRequest of(AgiRequest request) {
    String script = request.getScript();
    List<String> arguments =
        Arrays.stream(request.getArguments()).map(ScriptRequest::orEmpty).toList();
    return new ScriptRequest(orEmpty(script), request.getRequest(), arguments);
  }

  /** The same request of another script. */
  ScriptRequest of(String other) {
    return new ScriptRequest(other, environment, arguments);
  }

  /** The value of a variable that is an argument of this question; empty if it was left out. */
  String argument(Question question, String variable) {
    return argument(question.position(variable));
  }

  private String argument(int position) {
    return position < arguments.size() ? arguments.get(position) : "";
  }

  /** What Asterisk sent under a name, empty if nothing. */
  String environment(String name) {
    return environment.getOrDefault(name, "");
  }

  CallId callId(PbxId pbx) {
    return CallId.of(pbx, environment("uniqueid"));
  }

  Channel channel(PbxId pbx) {
    return new Channel(pbx, environment("channel"));
  }

  /** Who calls, by this number, or by what the channel says if it is empty. */
  CallerId caller(String number) {
    return new CallerId(number.isEmpty() ? said("callerid") : number, said("calleridname"));
  }

  /**
   * What {@link Question#ROUTE} tells of a call. Whoever comes once more is the call that the
   * channel remembers: that of a consultation, if the caller has taken one over. Text that is no
   * call is no memory of ours.
   */
  InboundCall inboundCall(PbxId pbx, DirectoryNumber called) {
    return new InboundCall(
            CallId.parse(pbx, argument(Question.ROUTE, ChannelVariables.CALL))
                .orElseGet(() -> callId(pbx)),
            channel(pbx),
            caller(argument(Question.ROUTE, Question.NOTHING)),
            called,
            calledAs(),
            priority(argument(Question.ROUTE, ChannelVariables.PRIORITY)),
            skills(argument(Question.ROUTE, ChannelVariables.SKILLS)),
            CallId.parse(pbx, argument(Question.ROUTE, ChannelVariables.CLAIM)))
        .asked(number(Question.ROUTE));
  }

  /**
   * Which extension the caller prefers, if the dialplan says so. It is the last argument: whatever
   * comes after a comma belongs to it, and makes it no preference.
   *
   * @return empty if it says nothing
   */
  Optional<Preference> preference() {
    int last = Question.ROUTE.position(ChannelVariables.PREFER);
    String text =
        String.join(",", arguments.subList(Math.min(last, arguments.size()), arguments.size()));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        Preference.parse(text)
            .orElseThrow(
                () -> invalid(ChannelVariables.PREFER, "extension:seconds, such as 8261:300")));
  }

  private CalledAs calledAs() {
    return CalledAs.parse(argument(Question.ROUTE, ChannelVariables.FLAG))
        .orElseThrow(() -> invalid("flag", "e (extension), g (hunt group) or nothing"));
  }

  /**
   * What every other question tells of a call. With skills that nobody can read the caller goes to
   * whoever is free, and not away.
   */
  RememberedCall rememberedCall(PbxId pbx, Question question) {
    return new RememberedCall(
            call(pbx, question),
            channel(pbx),
            caller(""),
            DirectoryNumber.of(argument(question, ChannelVariables.GROUP)),
            priority(argument(question, ChannelVariables.PRIORITY)),
            since(argument(question, ChannelVariables.SINCE)),
            Requirements.parse(argument(question, ChannelVariables.SKILLS))
                .orElse(Requirements.NONE))
        .asked(number(question));
  }

  /** The call that the channel remembers; the one that it is itself if it was told nothing yet. */
  CallId call(PbxId pbx, Question question) {
    String remembered = argument(question, ChannelVariables.CALL);
    return remembered.isEmpty()
        ? callId(pbx)
        : CallId.parse(pbx, remembered)
            .orElseThrow(() -> invalid("call", "what " + ChannelVariables.CALL + " holds"));
  }

  /** The number of the question; 0 if it has none. */
  private int number(Question question) {
    String text = argument(question, ChannelVariables.ASKED);
    return isDigits(text, 9) ? Integer.parseInt(text) : 0;
  }

  /** The keys that were pressed, empty if they are none of a telephone's. */
  Optional<DirectoryNumber> key() {
    return DirectoryNumber.parse(argument(Question.KEY, ChannelVariables.TYPED));
  }

  /** What the caller was asked; empty for nothing, or what is no inquiry of ours. */
  Optional<Inquiry> inquiry() {
    try {
      return Optional.of(Inquiry.of(argument(Question.KEY, ChannelVariables.INQUIRY)));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** The token of the attempt, empty if there is none. */
  Optional<Token> token(Question question) {
    return Token.parse(argument(question, ChannelVariables.TOKEN));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private String said(String name) {
    String value = environment(name);
    return value.equals("unknown") ? "" : value;
  }

  private static Priority priority(String text) {
    if (text.isEmpty()) {
      return Priority.NORMAL;
    }
    if (!isDigits(text, 4)) {
      throw invalid("priority", "1 (highest) to 1000, or nothing");
    }
    return Priority.of(Integer.parseInt(text));
  }

  private static Requirements skills(String text) {
    return Requirements.parse(text)
        .orElseThrow(() -> invalid("skills", "such as french:3+sales:1;60=french:1, or nothing"));
  }

  private static Instant since(String text) {
    if (!isDigits(text, 14)) {
      throw invalid("time of arrival", "milliseconds since 1970");
    }
    return Instant.ofEpochMilli(Long.parseLong(text));
  }

  /** Whether a text is made of decimal digits, one of them at least. */
  private static boolean isDigits(String text, int most) {
    boolean digits = !text.isEmpty() && text.length() <= most;
    for (int i = 0; digits && i < text.length(); i++) {
      digits = text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }
    return digits;
  }

  /** Without the value, which may be anything: this text goes to a console. */
  private static IllegalArgumentException invalid(String what, String expected) {
    return new IllegalArgumentException(what + " is not valid: expected " + expected);
  }
}
