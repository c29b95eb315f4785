package io.ringwright.engine;

/** What handlers are built from, besides the basic parts; each takes the few that it uses. */
record EngineParts(
    Matching matching,
    Decisions decisions,
    KnownCalls known,
    Talks talks,
    Placement placement,
    Slices slices) {}
