package io.ringwright.ami;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.TalkingPhone;
import java.util.List;
import java.util.function.UnaryOperator;

/** What the engine is told because of an event. */
sealed interface Fact {

  /** The same, with further names of the phone that it is about, if it names one. */
  default Fact named(UnaryOperator<List<Device>> names) {
    return this;
  }

  private static TalkingPhone withNames(TalkingPhone phone, UnaryOperator<List<Device>> more) {
    return new TalkingPhone(more.apply(phone.names()), phone.channel());
  }

  /** A device is in this state and these calls. */
  record Reported(DeviceReport report) implements Fact {}

  /** Somebody answered, with this phone. */
  record Answered(CallId call, TalkingPhone phone) implements Fact {

    @Override
    public Fact named(UnaryOperator<List<Device>> more) {
      return new Answered(call, withNames(phone, more));
    }
  }

  /** Somebody else talks to the caller, with this phone. */
  record HandedOver(CallId call, TalkingPhone phone) implements Fact {

    @Override
    public Fact named(UnaryOperator<List<Device>> more) {
      return new HandedOver(call, withNames(phone, more));
    }
  }

  /** The caller of another call goes on at the place of this one, on this channel. */
  record TakenOver(CallId call, String channel, CallId by) implements Fact {}

  /**
   * Callers have left these calls to whoever answered, on this channel; none if it has no such call
   * any more. This is for the channel to remember: a table that begins anew learns it from there.
   */
  record Left(String channel, List<CallId> calls) implements Fact {

    /** Copies the list. */
    public Left {
      calls = List.copyOf(calls);
    }
  }

  /** The caller is in the fallback context. */
  record FellBack(CallId call) implements Fact {}

  /** A channel that may have been a caller's is gone. */
  record Ended(CallId call, HangUpSide by) implements Fact {}
}
