package io.ringwright.ami;

import io.ringwright.RouterSetup;
import io.ringwright.SwitchEvents;
import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.directory.PhoneList;
import io.ringwright.view.Attendances;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lamps of agents during one session: each look at everything says what they show, and those
 * that show something else are written, then each that changes. A lamp of an extension or hunt
 * group that is not in the phone list is put out.
 *
 * <p>Thread safety: for the thread of the connection.
 */
final class Lamps {

  /** So many are written within {@link #BEAT}, so that all of a large house disturb no call. */
  static final int MOST_AT_ONCE = 20;

  static final Duration BEAT = Duration.ofMillis(100);

  private static final Logger LOG = LoggerFactory.getLogger(Lamps.class);
  private static final String ON = "INUSE";

  private final LinkSettings settings;
  private final SwitchEvents engine;
  private final PendingActions actions;
  private final Map<LampName, Boolean> shown = new HashMap<>();
  private final Map<LampName, Boolean> due = new LinkedHashMap<>();
  private LampPlan plan = LampPlan.of(PhoneList.builder().build());
  private Attendances known = Attendances.NONE;
  private Instant next = Instant.MIN;
  private boolean looked;
  private boolean complained;

  Lamps(LinkSettings settings, PendingActions actions) {
    this.settings = settings;
    this.engine = settings.world().engine();
    this.actions = actions;
  }

  /** Everything was looked at: this is what the lamps show. */
  void looked(List<AmiMessage> devices) {
    if (!settings.plan().agents().lamps()) {
      return;
    }
    looked = true;
    shown.clear();
    for (AmiMessage device : devices) {
      LampName.parse(device.header("device"))
          .ifPresent(lamp -> shown.put(lamp, device.header("state").equals(ON)));
    }
    learn();
    planAll();
  }

  /** Writes some of those that do not show what they should. */
  void tick() {
    Instant now = settings.world().clock().instant();
    if (!looked || now.isBefore(next)) {
      return;
    }
    next = now.plus(BEAT);
    Attendances before = known;
    learn();
    if (before.phoneList() != known.phoneList()) {
      planAll();
    } else {
      plan.changed(before, known).forEach(this::plan);
    }
    write();
  }

  private void learn() {
    Attendances before = known;
    known = engine.attendances(before);
    if (before.phoneList() != known.phoneList()) {
      Optional<PhoneList> phones = engine.setup().map(RouterSetup::phones);
      phones.ifPresent(list -> plan = LampPlan.of(list));
    }
  }

  private void planAll() {
    Map<LampName, Boolean> wanted = plan.all(known);
    due.clear();
    wanted.forEach(this::plan);
    shown.forEach(
        (lamp, on) -> {
          if (on && !wanted.containsKey(lamp)) {
            due.put(lamp, false);
          }
        });
  }

  /** A lamp that was never written is off. */
  private void plan(LampName lamp, boolean on) {
    if (shown.getOrDefault(lamp, false) == on) {
      due.remove(lamp);
    } else {
      due.put(lamp, on);
    }
  }

  private void write() {
    Iterator<Map.Entry<LampName, Boolean>> each = due.entrySet().iterator();
    for (int written = 0; written < MOST_AT_ONCE && each.hasNext(); written++) {
      Map.Entry<LampName, Boolean> lamp = each.next();
      shown.put(lamp.getKey(), lamp.getValue());
      var unused =
          actions.ask(AmiAction.lamp(lamp.getKey(), lamp.getValue())).thenAccept(this::answered);
      each.remove();
    }
  }

  /** A lamp that could not be written is found by the next look. */
  private void answered(Reply reply) {
    if (reply.response().isError() && !complained) {
      complained = true;
      LOG.warn(
          "{}: Asterisk does not let lamps be set: {}\nGive the AMI user 'call' in 'write' in"
              + " manager.conf, and load func_devstate.",
          settings.pbx(),
          reply.response().words());
    }
  }
}
