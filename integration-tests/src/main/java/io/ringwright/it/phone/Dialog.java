package io.ringwright.it.phone;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import java.util.UUID;

/**
 * The two ends of a call, as SIP names them (RFC 3261 section 12).
 *
 * <p>Thread safety: may be used by many threads.
 */
final class Dialog {

  static final String ALLOWED = "INVITE, ACK, BYE, CANCEL, OPTIONS, REFER, NOTIFY, INFO, UPDATE";

  private final Wire wire;
  private final String contact;
  private final String callId;
  private final String local;

  @GuardedBy("this")
  private String remote;

  @GuardedBy("this")
  private String target;

  @GuardedBy("this")
  private int sequence;

  private Dialog(Wire wire, String account, String callId, String local, String remote) {
    this.wire = wire;
    this.contact = "<sip:" + account + "@" + wire.address() + ">";
    this.callId = callId;
    this.local = local;
    this.remote = remote;
    this.target = SipText.uriOf(remote);
  }

  /** A dialogue that this phone begins. */
  static Dialog outgoing(Wire wire, String account, String from, String dialled) {
    return new Dialog(
        wire,
        account,
        UUID.randomUUID().toString(),
        "<sip:" + from + "@" + wire.host() + ">;tag=" + UUID.randomUUID(),
        "<sip:" + dialled + "@" + wire.peer() + ">");
  }

  /** A dialogue that an INVITE begins. */
  static Dialog incoming(Wire wire, String account, SipText invite) {
    Dialog dialog =
        new Dialog(
            wire,
            account,
            invite.required("Call-ID"),
            invite.required("To") + ";tag=" + UUID.randomUUID(),
            invite.required("From"));
    dialog.learn(invite);
    return dialog;
  }

  /** Takes the other side's tag and contact from what it sent. */
  synchronized void learn(SipText message) {
    if (message.isResponse()) {
      remote = message.required("To");
    }
    message.header("Contact").map(SipText::uriOf).ifPresent(uri -> target = uri);
  }

  /** The next request within the dialogue. */
  synchronized SipText request(String method) {
    sequence++;
    return headed(SipText.request(method, target), wire.via())
        .with("CSeq", sequence + " " + method)
        .with("Contact", contact)
        .with("Allow", ALLOWED);
  }

  /**
   * The ACK for a response to an INVITE: one of its own for a success, else a part of the INVITE.
   */
  synchronized SipText acknowledgement(SipText invite, SipText response) {
    boolean answered = response.status() < 300;
    String uri = answered ? target : invite.startLine().split(" ")[1];
    return headed(SipText.request("ACK", uri), answered ? wire.via() : invite.required("Via"))
        .with("CSeq", invite.sequence() + " ACK");
  }

  /** The CANCEL for an INVITE without a final response. */
  synchronized SipText cancellation(SipText invite) {
    SipText cancel =
        SipText.request("CANCEL", invite.startLine().split(" ")[1])
            .with("Via", invite.required("Via"))
            .with("Max-Forwards", "70")
            .with("From", invite.required("From"))
            .with("To", invite.required("To"))
            .with("Call-ID", callId);
    return cancel.with("CSeq", invite.sequence() + " CANCEL");
  }

  SipText response(SipText request, int status) {
    return request
        .response(status, SipText.tagOf(local))
        .with("Contact", contact)
        .with("Allow", ALLOWED);
  }

  /** What another call's REFER says to take this call's place (RFC 3891). */
  synchronized String replaces() {
    String tags = ";to-tag=" + SipText.tagOf(remote) + ";from-tag=" + SipText.tagOf(local);
    String replaces = (callId + tags).replace(";", "%3B").replace("=", "%3D").replace("@", "%40");
    return "<" + SipText.uriOf(remote) + "?Replaces=" + replaces + ">";
  }

  /** A number at this Asterisk. */
  String addressOf(String number) {
    return "<sip:" + number.replace("#", "%23") + "@" + wire.peer() + ">";
  }

  String local() {
    return SipText.uriOf(local);
  }

  @GuardedBy("this")
  private SipText headed(SipText request, String via) {
    return request
        .with("Via", via)
        .with("Max-Forwards", "70")
        .with("From", local)
        .with("To", remote)
        .with("Call-ID", callId);
  }
}
