package io.ringwright.effect;

import io.ringwright.event.EventRecorder;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.RoutingListener;
import io.ringwright.port.Telephony;
import java.util.function.Consumer;

/**
 * With what effects are carried out.
 *
 * @param telephony moves callers
 * @param listener is told what happened
 * @param recorder records events and decisions
 * @param results takes what comes of an effect, as an event
 */
record Outside(
    Telephony telephony,
    RoutingListener listener,
    EventRecorder recorder,
    Consumer<RouterEvent> results) {}
