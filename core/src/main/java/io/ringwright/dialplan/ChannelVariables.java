package io.ringwright.dialplan;

import io.ringwright.call.RememberedCall;
import io.ringwright.call.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of the channel variables that dialplan and engine share. */
public final class ChannelVariables {

  /** How every name begins. */
  public static final String PREFIX = "RW_";

  // What the host's dialplan may say before the call comes to the engine.

  /** The number that was dialled, or the key that was pressed. */
  public static final String NUMBER = "RW_NUMBER";

  /** What that number must be: {@code e} extension, {@code g} hunt group, empty for either. */
  public static final String FLAG = "RW_FLAG";

  /** An earlier call of this caller, whose place is claimed. */
  public static final String RETURNING = "RW_RETURNING";

  /** The extension that the caller prefers, a colon, and for how many seconds. */
  public static final String PREFER = "RW_PREFER";

  /** Where the dialplan goes with a caller who is rejected: context, extension, priority. */
  public static final String MENU = "RW_MENU";

  // What the channel remembers of the call.

  /** The identity of the call, the name of the PBX included. */
  public static final String CALL = "RW_CALL";

  /** The number of the extension or hunt group that the caller waits for. */
  public static final String GROUP = "RW_GROUP";

  /** The priority, 1 is the highest. The host may set it before, too. */
  public static final String PRIORITY = "RW_PRIORITY";

  /** When the call arrived, in milliseconds since 1970. */
  public static final String SINCE = "RW_SINCE";

  /** The skills that the call asks for. The host may set it before, too. */
  public static final String SKILLS = "RW_SKILLS";

  /** The number outside that was called, where the engine called somebody back. */
  public static final String CALLED_BACK = "RW_CALLED_BACK";

  /**
   * On the channel of a phone: the identities of calls whose callers have left them to it, with
   * commas between them.
   */
  public static final String LEFT = "RW_LEFT";

  // What the engine decided.

  /**
   * {@code ring}, {@code wait}, {@code divert}, {@code handback} or {@code reject}; empty: not
   * decided.
   */
  public static final String DECISION = "RW_DECISION";

  /** The token of the attempt to ring. */
  public static final String TOKEN = "RW_TOKEN";

  /** Where to divert the call to: a number outside. */
  public static final String DIVERT_TO = "RW_DIVERT_TO";

  /** Where the call goes on in the dialplan of the host: a context, a comma, and an extension. */
  public static final String HAND_BACK = "RW_HAND_BACK";

  /** Why the call is rejected, in a word. */
  public static final String REASON = "RW_REASON";

  /** The cause with which to hang up, a number of Q.850. */
  public static final String CAUSE = "RW_CAUSE";

  /** Not empty if the dialplan has to report the hang-up, because AMI does not. */
  public static final String REPORT = "RW_REPORT";

  // What is played to the caller first.

  /** A sound that tells the caller why a wish cannot be fulfilled; empty for none. */
  public static final String NOTICE = "RW_NOTICE";

  /** Not empty: the call is answered. */
  public static final String ANSWER = "RW_ANSWER";

  /** The language of the sounds. */
  public static final String LANGUAGE = "RW_LANGUAGE";

  /** A sound for every caller. */
  public static final String WELCOME = "RW_WELCOME";

  /** Digits to be said. */
  public static final String SAY = "RW_SAY";

  /** A sound played after these. */
  public static final String OPERATOR = "RW_OPERATOR";

  // What the dialplan keeps for itself.

  /** The version of the contract that this dialplan was generated for. */
  public static final String CONTRACT = "RW_CONTRACT";

  /** What is left of {@link #RETURNING} when it has been checked. */
  public static final String CLAIM = "RW_CLAIM";

  /** Not empty once no engine has answered and the call has gone on in the fallback context. */
  public static final String FELL_BACK = "RW_FELL_BACK";

  /** A number while it is being checked. */
  public static final String CHECKED = "RW_CHECKED";

  /** How many questions the channel has asked: the number of the last one. */
  public static final String ASKED = "RW_ASKED";

  /** The question that is asked: the name of the script. */
  public static final String QUESTION = "RW_QUESTION";

  /** The arguments of the question but its number, with commas between them. */
  public static final String ARGUMENTS = "RW_ARGUMENTS";

  /** The address of the engine that is asked. */
  public static final String ENGINE = "RW_ENGINE";

  /** For how many seconds a question has been asked. */
  public static final String SPENT = "RW_SPENT";

  /** Not empty once the caller has been given something to hear until there is an answer. */
  public static final String HELD = "RW_HELD";

  /** When an attempt to ask began, in seconds since 1970; empty between them. */
  public static final String BEGAN = "RW_BEGAN";

  /** How many seconds the last attempt to ask took. */
  public static final String TOOK = "RW_TOOK";

  /** The time limit of the channel, in seconds, that holds after an attempt; 0 for none. */
  public static final String LIMIT = "RW_LIMIT";

  /** How an agent at a number outside confirms: number, key, seconds and sound, with dashes. */
  public static final String CONFIRM = "RW_CONFIRM";

  /** The key that an agent at a number outside pressed. */
  public static final String PRESSED = "RW_PRESSED";

  /** What Dial gets, after functions in it were evaluated. */
  public static final String DIAL = "RW_DIAL";

  /** After how many seconds a caller who waits gives the next sign of life. */
  public static final String ALIVE = "RW_ALIVE";

  // What a caller hears who waits.

  /** How the line is held: empty for answered, {@code progress} or {@code ringing}. */
  public static final String LINE = "RW_LINE";

  /** The class of the music, {@code *} for the ringing tone, empty for what is usual. */
  public static final String MUSIC = "RW_MUSIC";

  /** What the caller is told, or what is left of it: words with {@code &} between them. */
  public static final String ANNOUNCE = "RW_ANNOUNCE";

  /** A word of an announcement, or of what an agent is told. */
  public static final String WORD = "RW_WORD";

  /** The language in which an announcement is said. */
  public static final String TONGUE = "RW_TONGUE";

  /** The file of a word, without suffix. */
  public static final String FILE = "RW_FILE";

  /** The name of the global variable that says that a word was reported as missing. */
  public static final String MISSING = "RW_MISSING";

  /** When the next sign of life is due, in seconds since 1970. */
  public static final String UNTIL = "RW_UNTIL";

  /** After a dot, the music class that the channel had before a hunt group named its own. */
  public static final String CLASS = "RW_CLASS";

  // Which keys a caller who waits presses.

  /** After which digits of a key more may follow, with dashes between them; empty for none. */
  public static final String KEYS = "RW_KEYS";

  /** For how many seconds the next digit of a key is waited for. */
  public static final String GAP = "RW_GAP";

  /** The keys that were pressed so far and belong together. */
  public static final String TYPED = "RW_TYPED";

  /**
   * What the caller is asked: a number, whether to call back there; {@code *}, at which number to
   * call back; empty for nothing.
   */
  public static final String INQUIRY = "RW_INQUIRY";

  // What comes between the answer of a phone and the talk; phones inherit it.

  /** What the agent is told, or what is left of it: words with {@code &} between them. */
  public static final String TOLD = "RW_TOLD";

  /**
   * How long the caller waited, if the agent is told: seconds, gender, and four sounds, with {@code
   * &} between them.
   */
  public static final String WAITED = "RW_WAITED";

  /** How long the caller had waited when the phone was answered, in seconds or minutes. */
  public static final String WAIT_SAID = "RW_WAIT_SAID";

  /** How the agent takes the call: key, seconds and sound, with dashes; empty: by answering. */
  public static final String TAKE = "RW_TAKE";

  /** From when on the talk is recorded: {@code talk}, {@code answer}, empty for not at all. */
  public static final String RECORDS = "RW_RECORDS";

  /** The file of the recording but for the phone and the suffix: {@link RecordingName}. */
  public static final String RECORD = "RW_RECORD";

  /**
   * The file of the recording, below the directory of recordings and without suffix; on the channel
   * of the phone, and on the first channel of the call, which mostly is the caller's.
   */
  public static final String RECORDED = "RW_RECORDED";

  /** What was dialled for the phone, letters and digits of it. */
  public static final String DIALLED = "RW_DIALLED";

  /** While two talk, on both channels: the name of the call. */
  public static final String TALK_CALL = "RW_TALK_CALL";

  /** The same: the hunt group at which the call stood. */
  public static final String TALK_GROUP = "RW_TALK_GROUP";

  /** The same: the extension of the phone that was answered. */
  public static final String TALK_EXTENSION = "RW_TALK_EXTENSION";

  /** The same: how long the caller waited until then, in seconds. */
  public static final String TALK_WAIT = "RW_TALK_WAIT";

  /** A subroutine of the host that is carried out at the end, as Gosub takes it. */
  public static final String THEN = "RW_THEN";

  /** For how many seconds each of several phones rings that are asked for a key. */
  public static final String LEG_RINGS = "RW_LEG_RINGS";

  /** What Dial gets for one of several phones that are asked for a key. */
  public static final String LEG = "RW_LEG";

  /** Asterisk's own variable in which a subroutine of Dial says what becomes of the call. */
  public static final String SUBROUTINE_RESULT = "GOSUB_RESULT";

  private static final String RING = "RW_RING_";
  private static final String EXTENSION_AT = "RW_AT_";

  private static final List<String> ALL =
      List.of(
          NUMBER,
          FLAG,
          RETURNING,
          PREFER,
          MENU,
          CALL,
          GROUP,
          PRIORITY,
          SINCE,
          SKILLS,
          CALLED_BACK,
          LEFT,
          DECISION,
          TOKEN,
          DIVERT_TO,
          HAND_BACK,
          REASON,
          CAUSE,
          REPORT,
          NOTICE,
          ANSWER,
          LANGUAGE,
          WELCOME,
          SAY,
          OPERATOR,
          CONTRACT,
          CLAIM,
          FELL_BACK,
          CHECKED,
          ASKED,
          QUESTION,
          ARGUMENTS,
          ENGINE,
          SPENT,
          HELD,
          BEGAN,
          TOOK,
          LIMIT,
          CONFIRM,
          PRESSED,
          ALIVE,
          LINE,
          MUSIC,
          ANNOUNCE,
          WORD,
          TONGUE,
          FILE,
          MISSING,
          UNTIL,
          CLASS,
          KEYS,
          GAP,
          TYPED,
          INQUIRY,
          DIAL,
          TOLD,
          WAITED,
          WAIT_SAID,
          TAKE,
          RECORDS,
          RECORD,
          RECORDED,
          DIALLED,
          TALK_CALL,
          TALK_GROUP,
          TALK_EXTENSION,
          TALK_WAIT,
          THEN,
          LEG_RINGS,
          LEG);

  private ChannelVariables() {}

  /**
   * All names but those of {@link #ring}, {@link #leg} and {@link #extensionAt}.
   *
   * @return an unchanging list
   */
  public static List<String> all() {
    return ALL;
  }

  /**
   * The variable that holds what {@code Dial} gets in one attempt to ring.
   *
   * @param token the token of the attempt
   * @return its name
   */
  public static String ring(Token token) {
    return RING + token;
  }

  /**
   * The variable that holds what {@code Dial} gets for one of several phones that are asked for a
   * key.
   *
   * @param number its number, after a 0 if it asks for a key itself
   * @return its name
   */
  public static String leg(String number) {
    return LEG + "_" + number;
  }

  /**
   * The variable that holds the extension of a phone, where that is not what is dialled for it.
   *
   * @param dialled letters and digits of what is dialled, up to a slash
   * @return its name
   */
  public static String extensionAt(String dialled) {
    return EXTENSION_AT + dialled;
  }

  /**
   * The names in which a channel remembers its call.
   *
   * @return the keys of {@link #remembering}
   */
  public static List<String> remembered() {
    return List.of(CALL, GROUP, PRIORITY, SINCE, SKILLS);
  }

  /**
   * What a channel has to remember of a call.
   *
   * @param call the call
   * @return text by name, in the order of {@link #remembered()}
   */
  public static Map<String, String> remembering(RememberedCall call) {
    Map<String, String> memory = new LinkedHashMap<>();
    memory.put(CALL, call.id().value());
    memory.put(GROUP, call.called().digits());
    memory.put(PRIORITY, call.priority().toString());
    memory.put(SINCE, String.valueOf(call.since().toEpochMilli()));
    memory.put(SKILLS, call.requirements().text());
    return memory;
  }
}
