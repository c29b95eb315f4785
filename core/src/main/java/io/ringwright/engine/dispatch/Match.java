package io.ringwright.engine.dispatch;

import io.ringwright.engine.state.Call;
import io.ringwright.routing.Candidate;
import java.util.List;

/**
 * A waiting call, and the phones that it gets.
 *
 * @param call the call
 * @param phones one, or several that ring at once
 */
public record Match(Call call, List<Candidate> phones) {}
