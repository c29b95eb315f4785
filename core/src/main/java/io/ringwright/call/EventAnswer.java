package io.ringwright.call;

/**
 * What the engine answers to an event: a decision about a call, or what became of an order.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface EventAnswer permits RoutingAnswer, OrderAnswer {}
