package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import io.ringwright.benchmarks.engine.HoldUps.Rows;
import io.ringwright.call.InboundCall;
import java.util.function.Consumer;

/**
 * Questions in large houses. What counts is how long one of them holds the lock of the engine: so
 * long an event waits. The whole time of the one who asks stands in a row of its own.
 */
final class Questions {

  /** Ends the name of a row in which nobody is held up but the one who asks. */
  static final String ASKER_ALONE = ", whole";

  private static final int ROUNDS = 11;

  private final Rows rows;
  private final String where;
  private final RoutedHouse house;
  private final InboundCall call;

  private Questions(Rows rows, String where, RoutedHouse house) {
    this.rows = rows;
    this.where = where;
    this.house = house;
    this.call = house.next(house.first().called().digits());
  }

  static void measure(Rows rows) {
    int phones = 1_000;
    RoutedHouse one = new RoutedHouse(Houses.oneGroup(phones));
    one.engaged(phones);
    for (int each = 0; each < 100_000; each++) {
      one.arrives(Houses.GROUP);
    }
    new Questions(rows, "100000 waiting", one).all();
    int extensions = 200_000;
    int groups = 20_000;
    RoutedHouse large = new RoutedHouse(Houses.large(extensions, groups).build());
    large.engaged(extensions);
    for (int each = 0; each < extensions; each++) {
      large.arrives(Houses.groupNumber(each % groups));
    }
    new Questions(rows, "200000 phones", large).all();
  }

  private void all() {
    whole("waitingCalls", CallRouter::waitingCalls);
    whole("view", CallRouter::view);
    WatchedLock.into(house.router(), house.longest());
    held("waitingCalls", CallRouter::waitingCalls);
    held("view", CallRouter::view);
    held("estimateScores", CallRouter::estimateScores);
    held("explain", router -> router.explain(call));
    held("untilDue", CallRouter::untilDue);
  }

  private void held(String what, Consumer<CallRouter> question) {
    rows.row(
        what + ", " + where + ", lock held",
        house,
        ROUNDS,
        () -> question.accept(house.router()),
        HoldUps::nothing);
  }

  private void whole(String what, Consumer<CallRouter> question) {
    rows.row(
        what + ", " + where + ASKER_ALONE,
        house,
        ROUNDS,
        () -> {
          long began = LongestEvent.now();
          question.accept(house.router());
          house.longest().since(began, "question");
        },
        HoldUps::nothing);
  }
}
