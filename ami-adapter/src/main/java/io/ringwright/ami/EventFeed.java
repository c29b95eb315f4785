package io.ringwright.ami;

import io.ringwright.SwitchEvents;
import io.ringwright.ami.PendingActions.Reply;
import io.ringwright.call.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one Asterisk tells us during one session, made into facts for the engine.
 *
 * <pre>
 *   waiting for FullyBooted ──▶ first look ──▶ live: events → facts ──┐
 *                                                ▲   another look ◀───┘ every minute, and when events were lost
 *                                                └───────┘
 * </pre>
 *
 * <p>Before the first look is finished the engine hears nothing, so that it decides nothing on half
 * the truth. During a later look events go on to the engine at once.
 *
 * <p>Thread safety: for the thread of the connection.
 */
final class EventFeed {

  private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);

  /** An Asterisk that sends no FullyBooted is looked at after this time. */
  private static final Duration BOOT_PATIENCE = Duration.ofSeconds(10);

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final int MOST_FAILURES = 3;
  private static final int MOST_SILENT_PINGS = 2;

  /** Is told how far a feed is. */
  interface Watcher {

    /** The engine has had its first snapshot. */
    void connected();

    /** Everything is about to be looked at. */
    default void looking() {}

    /**
     * Everything was looked at, and the engine has had it.
     *
     * @param devices the states of all devices
     * @param heard what came by itself
     */
    default void looked(List<AmiMessage> devices, Heard heard) {}

    /** Asterisk has loaded something anew. */
    default void reloaded() {}
  }

  /**
   * What came by itself since the login.
   *
   * @param events how many events
   * @param booted whether Asterisk has said that it has booted
   */
  record Heard(long events, boolean booted) {}

  private final LinkSettings settings;
  private final AmiInbox inbox;
  private final PendingActions actions;
  private final Watcher watcher;
  private final Flood flood;
  private ChannelTable table;
  private @Nullable Reconciliation look;
  private boolean connected;
  private boolean booted;
  private boolean spoilt;
  private int failures;
  private int silentPings;
  private long events;
  private Instant nextLook;
  private Instant nextPing;

  /**
   * A feed for a session that has just logged in.
   *
   * @param settings of the connection
   * @param inbox where the messages come from
   * @param actions what is asked
   * @param watcher is told how far it is
   * @param flood is told when nothing is missing any more
   */
  EventFeed(
      LinkSettings settings, AmiInbox inbox, PendingActions actions, Watcher watcher, Flood flood) {
    this.settings = settings;
    this.table = new ChannelTable(settings.pbx(), settings.plan().contexts());
    this.inbox = inbox;
    this.actions = actions;
    this.watcher = watcher;
    this.flood = flood;
    Instant now = settings.world().clock().instant();
    nextLook = now.plus(BOOT_PATIENCE);
    nextPing = now.plus(settings.rhythm().pingEvery());
  }

  /** Whether the engine believes that there is a link. */
  boolean isConnected() {
    return connected;
  }

  /** Takes the next message. */
  void take(AmiMessage message) {
    silentPings = 0;
    if (!message.actionId().isEmpty()) {
      actions.received(message);
    } else if (message.event().equals("FullyBooted")) {
      booted = true;
      begin();
    } else if (message.event().equals("Shutdown")) {
      LOG.info("{}: Asterisk shuts down", settings.pbx());
    } else if (message.event().equals("Reload")) {
      watcher.reloaded();
    } else {
      happened(message);
    }
  }

  /** Does what time brings. Called often. */
  void tick() {
    actions.expire();
    Instant now = settings.world().clock().instant();
    if (inbox.takeOverflow()) {
      spoil(now);
    }
    if (look == null && !now.isBefore(nextLook)) {
      begin();
    }
    if (!now.isBefore(nextPing)) {
      ping(now);
    }
  }

  private void happened(AmiMessage event) {
    events++;
    if (event.event().equals("ExtensionStatus") && !watchesHints()) {
      return;
    }
    if (look != null) {
      look.keep(event);
      if (look.bytes() > settings.rhythm().mostEventBytes()) {
        flood.lookGivenUp(look.bytes());
        spoil(settings.world().clock().instant());
      }
    }
    if (connected) {
      table.apply(event).forEach(this::tell);
    }
  }

  private void tell(Fact fact) {
    SwitchEvents engine = settings.world().engine();
    if (fact instanceof Fact.Reported reported) {
      engine.deviceReported(settings.pbx(), reported.report());
    } else if (fact instanceof Fact.Answered answered) {
      engine.callAnswered(answered.call(), answered.phone());
    } else if (fact instanceof Fact.HandedOver handed) {
      engine.callHandedOver(handed.call(), handed.phone());
    } else if (fact instanceof Fact.TakenOver taken) {
      engine.callTakenOver(taken.call(), new Channel(settings.pbx(), taken.channel()), taken.by());
    } else if (fact instanceof Fact.Left left) {
      var unused = actions.ask(AmiAction.remember(left));
    } else if (fact instanceof Fact.FellBack fallen) {
      engine.callFellBack(fallen.call());
    } else if (fact instanceof Fact.Ended ended) {
      engine.callEnded(ended.call(), ended.by());
    }
  }

  private void begin() {
    Instant now = settings.world().clock().instant();
    Reconciliation begun = new Reconciliation(settings.pbx(), settings.plan().contexts(), now);
    look = begun;
    nextLook = now.plus(settings.rhythm().reconcileEvery());
    watcher.looking();
    var devices = actions.askForList(AmiAction.deviceStates(), "DeviceStateListComplete");
    var hints =
        watchesHints()
            ? actions.askForList(AmiAction.hints(), "ExtensionStateListComplete")
            : CompletableFuture.completedFuture(Reply.nothing());
    var channels = actions.askForList(AmiAction.channels(), "StatusComplete");
    var unused =
        CompletableFuture.allOf(devices, hints, channels)
            .thenRun(() -> over(begun, List.of(devices.join(), hints.join(), channels.join())));
  }

  /** What is thrown here would be lost in the future of the lists. */
  private void over(Reconciliation begun, List<Reply> lists) {
    try {
      end(begun, lists);
    } catch (RuntimeException failure) {
      LOG.error("{}: a look failed; another one follows", settings.pbx(), failure);
      again("The engine did not take a snapshot");
    } catch (Error failure) {
      inbox.end("a look failed");
      LOG.error("{}: a look failed; the link is made anew", settings.pbx(), failure);
    }
  }

  private boolean watchesHints() {
    return settings.world().engine().watchesHints();
  }

  /** The lists of devices, hints and channels have come, or one of them will not come. */
  private void end(Reconciliation ended, List<Reply> lists) {
    if (look != ended) {
      return;
    }
    look = null;
    if (!lists.stream().allMatch(Reply::isYes)) {
      failed(lists);
      return;
    }
    Reconciliation.Lists seen =
        new Reconciliation.Lists(lists.get(0).items(), lists.get(1).items(), lists.get(2).items());
    Reconciliation.Outcome outcome = ended.finish(seen, table);
    table = outcome.table();
    settings.world().engine().pbxConnected(outcome.snapshot());
    if (!connected) {
      connected = true;
      outcome.meanwhile().forEach(this::tell);
      watcher.connected();
    }
    failures = 0;
    spoilt = false;
    flood.over();
    watcher.looked(lists.get(0).items(), new Heard(events, booted));
  }

  private void failed(List<Reply> replies) {
    for (Reply reply : replies) {
      if (reply.response().isError()) {
        inbox.end(
            "Asterisk says '"
                + reply.response().words()
                + "' to a list it was asked for\n"
                + "Give this user 'read = system,call,reporting' and 'write = call,reporting' in"
                + " manager.conf, and reload it.");
        return;
      }
    }
    again("Asterisk did not send its lists whole");
  }

  /** Another look, in a moment; after some in vain, another session. */
  private void again(String why) {
    failures++;
    nextLook = settings.world().clock().instant().plus(A_MOMENT);
    if (failures >= MOST_FAILURES) {
      inbox.end(why + ", " + failures + " times in a row");
    }
  }

  /** Events were lost: what was heard no longer fits together. One more look, after the storm. */
  private void spoil(Instant now) {
    if (look != null || !spoilt) {
      nextLook = now.plus(A_MOMENT);
    }
    look = null;
    spoilt = true;
  }

  private void ping(Instant now) {
    if (silentPings >= MOST_SILENT_PINGS) {
      inbox.end("no reply to " + silentPings + " pings");
      return;
    }
    silentPings++;
    nextPing = now.plus(settings.rhythm().pingEvery());
    var unused = actions.ask(AmiAction.ping());
  }
}
