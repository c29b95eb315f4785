package io.ringwright.fakeasterisk.ami;

import java.util.function.UnaryOperator;

/** The events of a list, up to the one that ends it. Belongs to the timeline's thread. */
final class AmiList {

  private final AmiPeer connection;
  private final String actionId;
  private final int limit;
  private int items;

  /** A limit of -1 lets the list come to its end. */
  AmiList(AmiPeer connection, String actionId, int limit) {
    this.connection = connection;
    this.actionId = actionId;
    this.limit = limit;
  }

  String actionId() {
    return actionId;
  }

  void item(AmiText text) {
    if (limit < 0 || items < limit) {
      connection.send(text.end());
    }
    items++;
  }

  void complete(String event) {
    complete(event, text -> text);
  }

  void complete(String event, UnaryOperator<AmiText> more) {
    if (limit >= 0) {
      connection.closeWhenWritten();
      return;
    }
    AmiText end =
        AmiText.event(event)
            .headerIfAny("ActionID", actionId)
            .header("EventList", "Complete")
            .header("ListItems", items);
    connection.send(more.apply(end).end());
  }

  int size() {
    return items;
  }
}
