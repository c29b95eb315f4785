package io.ringwright.engine;

import io.ringwright.engine.state.EngineState;

/** What changes a state and words answers: what decisions are carried out with. */
record BasicParts(
    EngineState state,
    Outbox outbox,
    Answers answers,
    Transitions transitions,
    Staff staff,
    Reservations reservations,
    ProgressiveRinging ringing) {}
