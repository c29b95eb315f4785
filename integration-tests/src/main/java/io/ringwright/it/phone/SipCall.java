package io.ringwright.it.phone;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.it.phone.CallProgress.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A call at a {@link SipPhone}: one that it makes, or one that rings there.
 *
 * <p>An order such as {@link #answer()} returns when SIP has confirmed it. Every wait ends after 10
 * s with an {@link IllegalStateException} that says what was expected.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class SipCall implements DeskCall {

  private static final String SDP = "application/sdp";
  private static final int RINGING = 180;
  private static final int OK = 200;
  private static final int NO_SUCCESS = 300;
  private static final int REQUEST_TERMINATED = 487;
  private static final int DECLINE = 603;

  /** The status of the new call, as a NOTIFY tells it during a transfer (RFC 3515). */
  private static final Pattern PROGRESS = Pattern.compile("SIP/2.0 (\\d{3})");

  private final Wire wire;
  private final ScheduledExecutorService clock;
  private final Dialog dialog;
  private final RtpStream media;
  private final SipText invite;
  private final boolean incoming;
  private final CallProgress progress;

  private SipCall(Parts parts, Dialog dialog, @Nullable SipText received) {
    this.wire = parts.wire();
    this.clock = parts.clock();
    this.dialog = dialog;
    this.media = RtpStream.open(wire.host(), SipPhone.periodOf(parts.account()));
    this.incoming = received != null;
    this.invite = received != null ? received : offer("sendrecv");
    String name = parts.account() + (incoming ? " from " : " to ") + number();
    this.progress = new CallProgress(name, incoming ? State.RINGING : State.CALLING);
  }

  /** What a call needs of its phone. */
  record Parts(String account, Wire wire, ScheduledExecutorService clock) {}

  static SipCall begin(Parts parts, String from, String dialled) {
    Dialog dialog = Dialog.outgoing(parts.wire(), parts.account(), from, dialled);
    SipCall call = new SipCall(parts, dialog, null);
    call.wire.ask(call.invite, call::answered);
    return call;
  }

  static SipCall ring(Parts parts, SipText invite) {
    Dialog dialog = Dialog.incoming(parts.wire(), parts.account(), invite);
    SipCall call = new SipCall(parts, dialog, invite);
    call.wire.reply(invite, dialog.response(invite, RINGING));
    return call;
  }

  /**
   * The number of the other side.
   *
   * @return who calls, as Asterisk says it, or what was dialled
   */
  @Override
  public String number() {
    return SipText.userOf(invite.required(incoming ? "From" : "To"));
  }

  /**
   * The Call-ID of SIP.
   *
   * @return by which Asterisk's dialplan can know the call too
   */
  public String id() {
    return invite.required("Call-ID");
  }

  /** Answers a call that rings here; returns when Asterisk has confirmed it. */
  @Override
  public void answer() {
    media.sendTo(invite.body());
    wire.reply(invite, dialog.response(invite, OK).withBody(SDP, media.description("sendrecv")));
    awaitTalking();
  }

  /**
   * Refuses a call that rings here.
   *
   * @param status for example 486 for busy, 603 for declined
   */
  public void refuse(int status) {
    progress.refusal(status);
    wire.reply(invite, dialog.response(invite, status));
    awaitOver();
  }

  /** Ends the call, whether it was answered or not. Does nothing if it is over. */
  @Override
  public void hangUp() {
    State now = progress.facts().state();
    if (now == State.TALKING) {
      wire.ask(dialog.request("BYE"), none -> {});
      over();
    } else if (now != State.OVER && incoming) {
      refuse(DECLINE);
    } else if (now != State.OVER) {
      progress.await("a first response", known -> known.response() > 0);
      wire.ask(dialog.cancellation(invite), none -> {});
      progress.await("an end or an answer", CallProgress.Facts::isSettled);
      hangUp(); // An answer that was on its way goes before: RFC 3261, 9.1.
    }
  }

  @Override
  public void hold() {
    describeAnew("sendonly");
  }

  @Override
  public void resume() {
    describeAnew("sendrecv");
  }

  /** Presses keys, each for 100 ms. */
  @Override
  public void press(String keys) {
    keys.chars().forEach(key -> media.press((char) key));
  }

  /** Asterisk reports that it rings there, or more; then this phone hangs up. */
  @Override
  public void transfer(String number) {
    refer(dialog.addressOf(number), RINGING);
  }

  /**
   * Connects the other side with that of another call of this phone: an attended transfer by REFER
   * with Replaces. The other call may talk or ring.
   *
   * @param consultation the other call
   * @return the status that Asterisk reports, 200 for success; less if Asterisk hung up first
   */
  public int transferStatus(SipCall consultation) {
    return refer(consultation.dialog.replaces(), OK);
  }

  @Override
  public void transferTo(DeskCall consultation) {
    refer(((SipCall) consultation).dialog.replaces(), OK);
  }

  /** Waits until the other side rings. */
  @Override
  public void awaitRinging() {
    progress.await(State.RINGING);
  }

  /** Waits until the call is answered. */
  @Override
  public void awaitTalking() {
    progress.await(State.TALKING);
  }

  /** Waits until the call is over, however it ends. */
  @Override
  public void awaitOver() {
    progress.await(State.OVER);
  }

  /**
   * Waits until the call is over.
   *
   * @return the status with which it was refused; 0 if it was not
   */
  public int awaitRefusal() {
    awaitOver();
    return progress.facts().refusal();
  }

  /**
   * Waits until so many more packets of speech came.
   *
   * @param packets 50 make a second
   */
  @Override
  public void awaitSpeech(int packets) {
    int wanted = media.heard() + packets;
    progress.await(packets + " packets of speech", known -> media.heard() >= wanted);
  }

  /**
   * Whether the call is over.
   *
   * @return true for a call that was refused or hung up
   */
  public boolean isOver() {
    return progress.facts().isIn(State.OVER);
  }

  @Override
  public String toString() {
    return progress.toString();
  }

  /** Takes a request of Asterisk within the call. */
  void receive(SipText request) {
    switch (request.method()) {
      case "ACK" -> acknowledged();
      case "CANCEL" -> cancelled(request);
      case "BYE" -> {
        confirm(request);
        over();
      }
      case "INVITE", "UPDATE" -> described(request);
      case "NOTIFY" -> {
        confirm(request);
        notified(request);
      }
      default -> confirm(request);
    }
  }

  /** A response to the INVITE with which the call began. */
  private void answered(SipText message) {
    dialog.learn(message);
    int status = message.status();
    progress.response(status);
    if (status >= OK) {
      wire.send(dialog.acknowledgement(invite, message));
    }
    if (status >= NO_SUCCESS) {
      progress.refusal(status);
      over();
    } else if (status >= OK && !isOver()) {
      media.sendTo(message.body());
      talk();
    } else if (status >= RINGING && progress.facts().isIn(State.CALLING)) {
      progress.enter(State.RINGING);
    }
  }

  private void acknowledged() {
    if (progress.facts().refusal() > 0) {
      over();
    } else if (progress.facts().isIn(State.RINGING)) {
      talk();
    }
  }

  private void cancelled(SipText request) {
    confirm(request);
    if (progress.facts().isIn(State.RINGING)) {
      wire.reply(invite, dialog.response(invite, REQUEST_TERMINATED));
      over();
    }
  }

  /** Asterisk describes the call anew: what it may send, this phone takes. */
  private void described(SipText request) {
    dialog.learn(request);
    media.sendTo(request.body());
    if (request.body().isEmpty() && request.method().equals("UPDATE")) {
      confirm(request);
    } else {
      String direction = request.body().contains("a=sendonly") ? "recvonly" : "sendrecv";
      wire.reply(request, dialog.response(request, OK).withBody(SDP, media.description(direction)));
    }
  }

  private void notified(SipText request) {
    Matcher told = PROGRESS.matcher(request.body());
    if (told.find()) {
      progress.transfer(Integer.parseInt(told.group(1)));
    }
  }

  private void confirm(SipText request) {
    wire.reply(request, dialog.response(request, OK));
  }

  private int refer(String address, int enough) {
    progress.transfer(0);
    SipText refer = dialog.request("REFER").with("Refer-To", address);
    wire.ask(refer.with("Referred-By", "<" + dialog.local() + ">"), this::referred);
    progress.await(
        "the end of the transfer", known -> known.transfer() >= enough || known.isIn(State.OVER));
    int status = progress.facts().transfer();
    if (status < NO_SUCCESS) {
      hangUp();
    }
    return status;
  }

  private void referred(SipText message) {
    if (message.status() >= NO_SUCCESS) {
      progress.transfer(message.status());
    }
  }

  private void describeAnew(String direction) {
    progress.response(0);
    SipText again = offer(direction);
    wire.ask(again, message -> describedAnew(again, message));
    progress.await("the answer to " + direction, known -> known.response() >= OK);
  }

  private void describedAnew(SipText again, SipText message) {
    if (message.status() >= OK) {
      wire.send(dialog.acknowledgement(again, message));
      media.sendTo(message.body());
    }
    progress.response(message.status());
  }

  private SipText offer(String direction) {
    return dialog.request("INVITE").withBody(SDP, media.description(direction));
  }

  private void talk() {
    media.start(clock);
    progress.enter(State.TALKING);
  }

  private void over() {
    progress.enter(State.OVER);
    try {
      media.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
