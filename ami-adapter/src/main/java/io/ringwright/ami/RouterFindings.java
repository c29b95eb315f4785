package io.ringwright.ami;

import io.ringwright.RouterSetup;
import io.ringwright.ami.InstallationFinding.Kind;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the router's own settings say: by what it moves callers, who tells it of the time, and what
 * its phone list promises.
 *
 * <p>Thread safety: for one thread.
 */
final class RouterFindings {

  /** A ticker calls at least every 100 ms. */
  static final Duration LONGEST_SILENCE = Duration.ofSeconds(5);

  private final RouterSetup setup;
  private final LinkSettings settings;
  private final Findings findings;

  RouterFindings(RouterSetup setup, LinkSettings settings, Findings findings) {
    this.setup = setup;
    this.settings = settings;
    this.findings = findings;
  }

  /**
   * Looks at everything.
   *
   * @param stage an application starts its ticker last
   */
  void inspect(Stage stage) {
    hub();
    if (stage == Stage.UP) {
      ticks();
    }
    callBack();
    setup.failures().forEach(this::failed);
  }

  private void hub() {
    Telephony telephony = setup.telephony();
    boolean other = telephony instanceof AmiTelephony && telephony != settings.world().telephony();
    if (other || telephony == Telephony.NONE) {
      findings.add(
          Kind.ROUTER_WITHOUT_HUB,
          "router",
          (other ? "it moves callers by another AmiTelephony" : "it was built without AmiTelephony")
              + ", so that waiting callers are moved only by their signs of life",
          "Give one AmiTelephony to CallRouter.builder(directory, telephony) and to"
              + " AmiConnection.builder(router, telephony)");
    }
  }

  private void ticks() {
    if (setup.sinceTick().compareTo(LONGEST_SILENCE) > 0) {
      findings.add(
          Kind.NO_TICKS,
          "ticker",
          "nobody has called CallRouter.runDue for more than " + LONGEST_SILENCE.toSeconds() + " s",
          "Start a RouterTicker, and keep its executor running until the ticker is closed");
    }
  }

  private void callBack() {
    PhoneList phones = setup.phones();
    List<String> promising =
        Stream.concat(
                phones.huntGroups().stream()
                    .filter(each -> promises(each.waiting()))
                    .map(each -> "hunt group " + each.number()),
                phones.extensions().stream()
                    .filter(each -> promises(each.waiting()))
                    .map(each -> "extension " + each.number()))
            .limit(2)
            .toList();
    if (promising.isEmpty()) {
      return;
    }
    String subject = "call back by key, " + String.join(", ", promising);
    if (settings.plan().callingBack().isEmpty()) {
      findings.add(
          Kind.CALL_BACK_IMPOSSIBLE,
          subject,
          "nobody said how this PBX calls people back, so the key is refused",
          "Name the way with AmiConnectionBuilder.callBackBy, or take callBackByKey out of the phone"
              + " list");
    }
    if (phones.allowedNumbers().callBack().isEmpty()) {
      findings.add(
          Kind.CALL_BACK_IMPOSSIBLE,
          subject + ", allowed numbers",
          "no number may be called back, so the key is refused",
          "Allow prefixes with PhoneListBuilder.allowCallBack, or take callBackByKey out of the"
              + " phone list");
    }
  }

  private static boolean promises(WaitingPolicy waiting) {
    return waiting.leaving().callBackKey().isPresent();
  }

  private void failed(String what) {
    findings.add(
        Kind.HOST_CODE_FAILS,
        "code of the application",
        what,
        "Correct it; RoutingListener.failed is told each time");
  }
}
