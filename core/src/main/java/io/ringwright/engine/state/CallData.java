package io.ringwright.engine.state;

import io.ringwright.announcement.Told;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.routing.RoutedCaller.Preferred;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A {@link Call} as plain data, for an image.
 *
 * @param waiting what is said of it to others
 * @param opened when the engine first heard of it
 * @param phase the phase in which it is
 * @param phaseSince since when
 * @param moves how often it changed its phase
 * @param wantedSince since when it has wanted what it wants
 * @param heard the last sign of life; {@link Instant#MIN} for none
 * @param notBefore before when it is not delivered; {@link Instant#MIN} for never
 * @param failures how many deliveries failed in a row
 * @param newestToken the number of its last attempt; 0 for none
 * @param admitted whether it was let into a queue
 * @param undecided whether it is decided when its switch has been seen
 * @param preferred the extension that it prefers, in force or over
 * @param callOuts how many call-outs nobody answered
 * @param overflows how many overflows it has followed
 * @param firstTicket the ticket that was drawn for it, if it has the place of another one by now; 0
 *     for none
 * @param backOff the extensions that are left alone, and until when
 * @param rung for how long phones have rung in the rings that belong together
 * @param lastQuestion the last question of its channel, and what was said to it
 * @param told what the caller was told in this wait; empty if nothing is told here
 * @param reported what listeners were told of it
 * @param lookAt when it is looked at next; {@link Instant#MAX} for never
 */
public record CallData(
    WaitingCall waiting,
    Instant opened,
    CallPhase phase,
    Instant phaseSince,
    int moves,
    Instant wantedSince,
    Instant heard,
    Instant notBefore,
    int failures,
    long newestToken,
    boolean admitted,
    boolean undecided,
    Optional<Preferred> preferred,
    int callOuts,
    int overflows,
    long firstTicket,
    Map<DirectoryNumber, Instant> backOff,
    Map<DirectoryNumber, Duration> rung,
    LastQuestion lastQuestion,
    Optional<Told> told,
    ReportedFacts reported,
    Instant lookAt) {}
