package io.ringwright.agi;

import static java.util.Objects.requireNonNull;

import io.ringwright.CallEvents;
import io.ringwright.call.PbxId;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;

/**
 * What scripts need to handle calls, whoever runs them.
 *
 * <p>Thread safety: immutable.
 *
 * @param engine the engine
 * @param pbx the Asterisk whose calls these are
 * @param clock where time comes from
 * @param prompts what callers hear first
 * @param dialling how phones are dialled
 * @param dialplan where callers are sent on to
 * @param amiReports whether AMI reports the hang-ups of this Asterisk at this moment
 */
record CallSettings(
    CallEvents engine,
    PbxId pbx,
    InstantSource clock,
    Prompts prompts,
    DialSettings dialling,
    Dialplan dialplan,
    BooleanSupplier amiReports) {

  static CallSettings standard(CallEvents engine, PbxId pbx) {
    requireNonNull(engine, "engine is null: expected a CallRouter");
    requireNonNull(pbx, "pbx is null: expected a PbxId");
    return new CallSettings(
        engine,
        pbx,
        engine::engineTime,
        Prompts.none(),
        DialSettings.NONE,
        Dialplan.standard(),
        () -> false);
  }

  CallSettings with(InstantSource other) {
    return new CallSettings(engine, pbx, other, prompts, dialling, dialplan, amiReports);
  }

  CallSettings with(Prompts other) {
    return new CallSettings(engine, pbx, clock, other, dialling, dialplan, amiReports);
  }

  CallSettings with(DialSettings other) {
    return new CallSettings(engine, pbx, clock, prompts, other, dialplan, amiReports);
  }

  CallSettings with(Dialplan other) {
    return new CallSettings(engine, pbx, clock, prompts, dialling, other, amiReports);
  }

  CallSettings with(BooleanSupplier other) {
    return new CallSettings(engine, pbx, clock, prompts, dialling, dialplan, other);
  }
}
