package io.ringwright.journal.sqlite;

import io.ringwright.call.EventAnswer;
import io.ringwright.journal.StateMachine.Applied;
import io.ringwright.journal.StateMachine.Image;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * An applied event that is not kept, or not released, yet.
 *
 * @param sequence its number
 * @param applied what the machine gave
 * @param deadline when it is released at the latest, on the clock for intervals
 * @param image the state after it, if an image is due
 * @param done completes with the answer
 */
record PendingEntry(
    long sequence,
    Applied applied,
    long deadline,
    Optional<Image> image,
    CompletableFuture<Optional<EventAnswer>> done) {}
