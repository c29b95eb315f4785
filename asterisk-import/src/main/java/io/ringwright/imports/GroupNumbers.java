package io.ringwright.imports;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.imports.Dialplan.QueueCall;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Gives each queue the number of its hunt group: its name, the one that is called, or a free one.
 */
final class GroupNumbers {

  private static final int FIRST_FREE = 700;

  private final Dialplan dialplan;
  private final FreeNumbers numbers;
  private final Map<String, String> byQueue = new LinkedHashMap<>();

  GroupNumbers(Dialplan dialplan, FreeNumbers numbers) {
    this.dialplan = dialplan;
    this.numbers = numbers;
  }

  /** Numbers that are said anywhere go before free ones. */
  Map<String, String> of(List<QueueSource> queues) {
    queues.forEach(each -> said(each.name()).ifPresent(found -> byQueue.put(each.name(), found)));
    numbers.take(dialplan.hinted());
    queues.forEach(each -> byQueue.computeIfAbsent(each.name(), none -> numbers.next(FIRST_FREE)));
    return byQueue;
  }

  /** Whether the number of a queue stands in the configuration. */
  boolean isSaid(QueueSource queue) {
    return candidates(queue.name()).anyMatch(each -> each.equals(byQueue.get(queue.name())));
  }

  private Optional<String> said(String queue) {
    return candidates(queue).filter(numbers::take).findFirst();
  }

  private Stream<String> candidates(String queue) {
    return Stream.concat(Stream.of(queue), dialplan.calls(queue).stream().map(QueueCall::extension))
        .filter(each -> DirectoryNumber.parse(each).isPresent());
  }
}
