package io.ringwright.fakeasterisk.ami;

import java.util.function.UnaryOperator;

/** By which an action answers one message. Belongs to the timeline's thread. */
final class Reply {

  private final AmiPeer connection;
  private final AmiFaults faults;
  private final String actionId;

  Reply(AmiPeer connection, AmiFaults faults, AmiMessage message) {
    this.connection = connection;
    this.faults = faults;
    this.actionId = message.header("ActionID");
  }

  void success(String message) {
    with("Success", text -> text.header("Message", message));
  }

  void error(String message) {
    with("Error", text -> text.header("Message", message));
  }

  /** A response of any kind with headers of its own. */
  void with(String kind, UnaryOperator<AmiText> headers) {
    AmiText text = AmiText.response(kind).headerIfAny("ActionID", actionId);
    connection.send(headers.apply(text).end());
  }

  /** A response that is followed by a list of events. */
  AmiList list(String message) {
    with("Success", text -> text.header("EventList", "start").header("Message", message));
    return new AmiList(connection, actionId, faults.nextListLimit());
  }
}
