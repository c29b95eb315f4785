package io.ringwright.fakeasterisk;

import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.dialplan.Contexts.Part;
import io.ringwright.dialplan.ContractVersion;
import io.ringwright.fakeasterisk.ami.AmiClass;
import io.ringwright.fakeasterisk.ami.AmiUser;
import io.ringwright.fakeasterisk.dialplan.Dialplan;
import io.ringwright.fakeasterisk.pbx.Sounds;
import io.ringwright.fakeasterisk.switchboard.FeatureCodes;
import io.ringwright.fakeasterisk.switchboard.ParkingLot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes a {@link FakeAsterisk} before it starts.
 *
 * <p>Thread safety: one thread.
 */
public final class FakeAsteriskBuilder {

  /**
   * Where calls come in unless the dialplan has a context {@code from-trunk} of its own: whatever
   * was dialled goes to Ringwright in a variable, because in the arguments of Goto a comma would
   * cut it in pieces.
   */
  private static final String FROM_TRUNK =
      """
      [from-trunk]
      include => anything
      exten => h,1,Hangup()
      [anything]
      exten => _!,1,Set(%s=${PJSIP_HEADER(read,X-Priority)})
       same => n,Set(%s=${PJSIP_HEADER(read,X-Skills)})
       same => n,Set(%s=${PJSIP_HEADER(read,X-Returning)})
       same => n,Set(%s=${PJSIP_HEADER(read,X-Prefer)})
       same => n,Set(%s=${EXTEN})
       same => n,Goto(@ROUTE@,s,1)
      [to-trunk]
      exten => _X!,1,Dial(PJSIP/${EXTEN}@trunk,60)
       same => n,Hangup()
      exten => _+X!,1,Dial(PJSIP/${EXTEN}@trunk,60)
       same => n,Hangup()
      """
          .formatted(
              ChannelVariables.PRIORITY,
              ChannelVariables.SKILLS,
              ChannelVariables.RETURNING,
              ChannelVariables.PREFER,
              ChannelVariables.NUMBER);

  private static final Pattern ENTRY = Pattern.compile("(?m)^\\[from-trunk]");
  private static final Pattern PLACEHOLDER = Pattern.compile("@([A-Z]+)@");

  private final List<String> phones = new ArrayList<>();
  private final List<String> desks = new ArrayList<>();
  private final List<AmiUser> users = new ArrayList<>();
  private final Map<String, String> languages = new TreeMap<>();
  private final Map<String, String> placeholders = new TreeMap<>();
  private final Set<String> missingSounds = new HashSet<>();
  private final StringBuilder dialplan = new StringBuilder();
  private final int amiPort = LoopbackPorts.free();
  private int agiPort = LoopbackPorts.free();
  private String systemName = "fake";
  private String firstToSpeak = "";
  private FeatureCodes features = FeatureCodes.NONE;
  private ParkingLot.Spaces parking = ParkingLot.Spaces.NONE;
  private Duration soundLength = Duration.ofMillis(20);

  FakeAsteriskBuilder() {
    for (Part part : Part.values()) {
      placeholders.put(part.name(), part.standard().name());
    }
    placeholders.put(Part.OUTBOUND.name(), "to-trunk");
    placeholders.put("MUSIC", "default");
    placeholders.put("SOUNDS", "/sounds");
    placeholders.put("ALIVE", "1");
    placeholders.put("PATIENCE", "20");
    placeholders.put("SILENCE", "3");
    placeholders.put("KEYS", "0-9*#");
    placeholders.put("REPLY", "10");
    placeholders.put("ENTRYPAUSE", "5");
    placeholders.put("ENTRY", "50");
    placeholders.put("HEARD", "d");
    placeholders.put("LOG", "*45");
    placeholders.put("PAUSE", "*46");
    placeholders.put("STATUS", "*47");
    placeholders.put("DESK", "*48");
    placeholders.put("LOGLENGTH", "3");
    placeholders.put("PAUSELENGTH", "3");
    placeholders.put("FAILED", "Playback(beeperr)");
    placeholders.put("REFUSED", "Playback(pbx-invalid)");
    placeholders.put("AGENTPATIENCE", "5");
    placeholders.put("IDENTIFYTIME", "120");
    placeholders.put("CONTRACT", String.valueOf(ContractVersion.CURRENT));
  }

  /**
   * Adds phones; the device of each is {@code PJSIP/} and its number.
   *
   * @param numbers extension numbers
   * @return this
   */
  public FakeAsteriskBuilder phones(String... numbers) {
    phones.addAll(List.of(numbers));
    return this;
  }

  /**
   * Adds phones that are told what to do call by call: {@link FakeAsterisk#deskPhone}. They cannot
   * be reached until somebody asks for them, and call and transfer into the context {@code
   * from-house}, which the dialplan must have. They are one pick-up group.
   *
   * @param accounts extension numbers, and {@code outside} for {@link FakeAsterisk#phoneOutside}
   * @return this
   */
  public FakeAsteriskBuilder desks(String... accounts) {
    desks.addAll(List.of(accounts));
    return this;
  }

  /**
   * The language in which a phone is spoken to; English without this.
   *
   * @param account its number
   * @param code such as {@code de}
   * @return this
   */
  public FakeAsteriskBuilder language(String account, String code) {
    languages.put(account, code);
    return this;
  }

  /**
   * Adds a piece of dialplan. Names between at signs, such as {@code @ROUTE@}, are replaced: {@code
   * AGI} by where the application's FastAGI server is expected, the others as {@link #placeholder}
   * says.
   *
   * @param text in the language of {@code extensions.conf}
   * @return this
   */
  public FakeAsteriskBuilder dialplan(String text) {
    dialplan.append(text).append('\n');
    return this;
  }

  /**
   * Says what stands for a placeholder of the dialplan. Known from the start are the context names
   * ROUTE, WAIT, DELIVER, REJECT and FALLBACK ({@code ringwright-route} and so on), OUTBOUND
   * ({@code to-trunk}), MUSIC ({@code default}), SOUNDS ({@code /sounds}), ALIVE (1, in seconds),
   * PATIENCE (20) and SILENCE (3), both in seconds, and CONTRACT.
   *
   * @param name without at signs
   * @param value what is put in
   * @return this
   */
  public FakeAsteriskBuilder placeholder(String name, String value) {
    placeholders.put(name, value);
    return this;
  }

  /**
   * Says which keys transfer and park during talks, where Dial allows it; without this none do.
   *
   * @param text in the language of {@code features.conf}: {@code blindxfer}, {@code atxfer} and
   *     {@code parkcall} count
   * @return this
   */
  public FakeAsteriskBuilder features(String text) {
    features = FeatureCodes.parse(text);
    return this;
  }

  /**
   * Says where calls are parked; without this none can be. The context gets an extension that parks
   * and one for each space.
   *
   * @param text in the language of {@code res_parking.conf}: {@code parkext}, {@code parkpos} and
   *     {@code context} of one lot count
   * @return this
   * @throws IllegalArgumentException if one of them is missing
   */
  public FakeAsteriskBuilder parking(String text) {
    ParkingLotText lot = ParkingLotText.parse(text);
    parking = lot.spaces();
    return dialplan(lot.dialplan());
  }

  /**
   * Chooses whose phone is heard first when a Local channel may be taken out: that decides which
   * channel moves. Unless chosen it is that of whoever called.
   *
   * @param account the number of a desk
   * @return this
   */
  public FakeAsteriskBuilder firstToSpeak(String account) {
    firstToSpeak = account;
    return this;
  }

  /**
   * Adds an AMI user. The first one added is what {@link FakeAsterisk#ami()} names, the first that
   * may originate is what {@link FakeAsterisk#amiThatCalls()} names. Without any there are two,
   * with the rights that Ringwright asks for.
   *
   * @param user the user
   * @return this
   */
  public FakeAsteriskBuilder amiUser(AmiUser user) {
    users.add(user);
    return this;
  }

  /**
   * Chooses where the application's FastAGI server is expected.
   *
   * @param port a TCP port of loopback; a free one unless chosen
   * @return this
   */
  public FakeAsteriskBuilder agiPort(int port) {
    agiPort = port;
    return this;
  }

  /**
   * Chooses the name that stands before every unique id.
   *
   * @param name {@code fake} unless chosen
   * @return this
   */
  public FakeAsteriskBuilder systemName(String name) {
    systemName = name;
    return this;
  }

  /**
   * Chooses how long a sound or a spoken digit takes.
   *
   * @param length 20 ms unless chosen
   * @return this
   */
  public FakeAsteriskBuilder soundLength(Duration length) {
    soundLength = length;
    return this;
  }

  /**
   * Takes a sound away; without this every sound that is asked for is there.
   *
   * @param name without an ending, such as {@code tt-weasels}; after a language and a slash it is
   *     missing in that language only, {@code de/tt-weasels}
   * @return this
   */
  public FakeAsteriskBuilder missingSound(String name) {
    missingSounds.add(name);
    return this;
  }

  /**
   * Starts the switch.
   *
   * @return a switch that listens
   * @throws IllegalArgumentException if the dialplan cannot be understood, or names an application,
   *     function or placeholder that is unknown; the message says which and where
   * @throws java.io.UncheckedIOException if the AMI port is taken
   */
  public FakeAsterisk start() {
    return new FakeAsterisk(this).start();
  }

  String firstToSpeak() {
    return firstToSpeak;
  }

  FeatureCodes features() {
    return features;
  }

  ParkingLot.Spaces parking() {
    return parking;
  }

  Map<String, String> languages() {
    return Map.copyOf(languages);
  }

  List<String> desks() {
    return List.copyOf(desks);
  }

  List<String> phones() {
    return List.copyOf(phones);
  }

  AmiUser user() {
    return users().get(0);
  }

  /** The first that may, or the first of all. */
  AmiUser userThatCalls() {
    return users().stream()
        .filter(user -> user.write().contains(AmiClass.ORIGINATE))
        .findFirst()
        .orElseGet(this::user);
  }

  List<AmiUser> users() {
    AmiUser router = AmiUser.router("ringwright", "s3cret");
    AmiUser caller = AmiUser.router("ringwright-calls", "s3cret").withWrite(AmiClass.ORIGINATE);
    return users.isEmpty() ? List.of(router, caller) : List.copyOf(users);
  }

  int amiPort() {
    return amiPort;
  }

  int agiPort() {
    return agiPort;
  }

  String systemName() {
    return systemName;
  }

  Sounds sounds() {
    return new Sounds(soundLength, missingSounds);
  }

  Dialplan parsedDialplan() {
    String text = dialplan.toString();
    boolean hasEntry = ENTRY.matcher(text).find();
    return Dialplan.parse(replaced(hasEntry ? text : text + FROM_TRUNK));
  }

  private String replaced(String text) {
    Map<String, String> values = new TreeMap<>(placeholders);
    values.putIfAbsent("AGI", "agi://127.0.0.1:" + agiPort);
    values.putIfAbsent("LASTAGI", values.get("AGI"));
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(values, found.group(1))));
  }

  private static String value(Map<String, String> values, String name) {
    if (!values.containsKey(name)) {
      throw new IllegalArgumentException(
          "placeholder @"
              + name
              + "@ of the dialplan is unknown: expected one of "
              + values.keySet());
    }
    return values.getOrDefault(name, "");
  }
}
