package io.ringwright.engine.image;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DialplanExtension;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingTarget;
import io.ringwright.call.SoundName;
import io.ringwright.call.Token;
import io.ringwright.call.WaitEstimate;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.state.CallPhase;
import io.ringwright.engine.state.StateData;
import io.ringwright.estimate.Gap;
import io.ringwright.estimate.ScoreSheet;
import io.ringwright.estimate.Spread;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States of any values that the types allow, made by reflection: a new field is filled as well. */
final class AnyState {

  private final Random random;
  private final Map<Class<?>, Supplier<?>> leaves = new HashMap<>();

  AnyState(Random random) {
    this.random = random;
    leaves.put(int.class, () -> random.nextInt(1000));
    leaves.put(Integer.class, () -> 1 + random.nextInt(1000));
    leaves.put(long.class, () -> random.nextLong() >>> 2);
    leaves.put(Long.class, () -> random.nextLong() >>> 2);
    leaves.put(double.class, () -> random.nextDouble() * 1e4);
    leaves.put(boolean.class, random::nextBoolean);
    leaves.put(Boolean.class, random::nextBoolean);
    leaves.put(String.class, this::text);
    leaves.put(Instant.class, this::instant);
    leaves.put(
        Duration.class, () -> Duration.ofNanos(random.nextLong() >>> (8 + random.nextInt(50))));
    leaves.put(CallId.class, () -> CallId.of(word("abz09._-", 12)));
    leaves.put(PbxId.class, () -> PbxId.of(word("aZ09._-", 12)));
    leaves.put(
        Channel.class, () -> new Channel(PbxId.of("pbx"), "PJSIP/" + word("aZ9/@._:;+=#*-", 12)));
    leaves.put(Device.class, () -> Device.of("PJSIP/" + word("aZ09@._:+-", 12)));
    leaves.put(RingTarget.class, this::target);
    leaves.put(DirectoryNumber.class, () -> DirectoryNumber.of(word("0123456789*#", 9)));
    leaves.put(ExternalNumber.class, () -> ExternalNumber.of("+49" + word("0123456789", 9)));
    leaves.put(CallerId.class, () -> new CallerId("+" + word("0123456789", 9), text().strip()));
    leaves.put(Priority.class, () -> Priority.of(1 + random.nextInt(1000)));
    leaves.put(Token.class, () -> new Token(1 + (random.nextLong() >>> 2)));
    leaves.put(Requirements.class, this::requirements);
    leaves.put(SoundName.class, () -> SoundName.of("custom/a" + word("abz09_-", 12)));
    leaves.put(
        DialplanExtension.class,
        () -> DialplanExtension.of("a" + word("abz09_-", 12), word("s09*#+-", 9)));
    leaves.put(
        Spread.class, () -> new Spread(0.3 + random.nextDouble(), 0.3 + random.nextDouble()));
    leaves.put(Gap.class, this::gap);
    leaves.put(ScoreSheet.class, this::sheet);
    leaves.put(PhoneList.class, this::phones);
    leaves.put(WaitEstimate.class, this::estimate);
  }

  StateData state() {
    return (StateData) any(StateData.class);
  }

  /** A value of a type; lists, sets and maps have two elements. */
  Object any(Type type) {
    if (type instanceof ParameterizedType holder) {
      return held((Class<?>) holder.getRawType(), holder.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    if (leaves.containsKey(plain)) {
      return leaves.get(plain).get();
    }
    if (plain.isEnum()) {
      return pick(List.of(plain.getEnumConstants()));
    }
    return plain.isRecord() ? made(plain) : any(pick(List.of(plain.getPermittedSubclasses())));
  }

  private Object held(Class<?> holder, Type[] of) {
    if (holder == Optional.class) {
      return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(any(of[0]));
    }
    Stream<Object> two = Stream.generate(() -> any(of[0])).limit(2);
    if (holder == List.class) {
      return two.toList();
    }
    return holder.getSimpleName().equals("Set")
        ? two.collect(Collectors.toUnmodifiableSet())
        : two.distinct().collect(Collectors.toUnmodifiableMap(key -> key, key -> any(of[1])));
  }

  private Object made(Class<?> type) {
    if (type == CallPhase.Waiting.class) {
      return CallPhase.Waiting.SAME;
    }
    Object[] parts =
        Arrays.stream(type.getRecordComponents()).map(each -> any(each.getGenericType())).toArray();
    return make(type, parts);
  }

  /** A record of these parts. */
  static Object make(Class<?> type, Object[] parts) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(parts);
    } catch (java.lang.reflect.InvocationTargetException refused) {
      throw new IllegalArgumentException(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Instant instant() {
    return switch (random.nextInt(5)) {
      case 0 -> Instant.MIN;
      case 1 -> Instant.MAX;
      default ->
          Instant.ofEpochSecond(
              random.nextLong() % 10_000_000_000L,
              random.nextBoolean() ? 0 : random.nextInt(1 << 29));
    };
  }

  private Requirements requirements() {
    Requirements asked = Requirements.of(Map.of(word("ab_-", 8), 1 + random.nextInt(100)));
    return random.nextBoolean() ? asked : asked.after(Duration.ofSeconds(30), Map.of());
  }

  private Gap gap() {
    return new Gap(
        instant(), random.nextDouble() * 100, random.nextInt(9), random.nextInt(3) / 10.0);
  }

  /** The mean error follows from the sum: with none, every count is allowed. */
  private ScoreSheet sheet() {
    EstimateScore score =
        new EstimateScore(
            random.nextInt(9),
            random.nextInt(9),
            random.nextInt(9),
            random.nextInt(9),
            random.nextInt(9),
            Duration.ZERO);
    return new ScoreSheet(score, 0, (Spread) any(Spread.class));
  }

  private RingTarget target() {
    DirectoryNumber extension = (DirectoryNumber) any(DirectoryNumber.class);
    Device device = (Device) any(Device.class);
    return random.nextBoolean()
        ? new RingTarget(extension, device)
        : new RingTarget(extension, device, "Local/" + word("aZ09@._:+-/", 12) + "/n");
  }

  private PhoneList phones() {
    String device = "PJSIP/" + word("abc", 6);
    return PhoneList.builder().extension("100", phone -> phone.device(device)).build();
  }

  private WaitEstimate estimate() {
    Duration shortest = (Duration) any(Duration.class);
    return switch (random.nextInt(3)) {
      case 0 -> WaitEstimate.unknown();
      case 1 -> new WaitEstimate.Unknown(text());
      default ->
          new WaitEstimate.Between(shortest, shortest.plus((Duration) any(Duration.class)), text());
    };
  }

  /** Anything, unpaired surrogates and line ends included. */
  private String text() {
    String odd = " %,=\n\r\t\0\u0085\u2028\u00ad\u200b\ud800\udc00äß€漢\u0301%u";
    return random.nextInt(4) == 0 ? "" : word(odd + "abc123", 12);
  }

  private String word(String letters, int longest) {
    StringBuilder word = new StringBuilder("1");
    for (int length = 4 + random.nextInt(longest); length > 0; length--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString();
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
