package io.ringwright.benchmarks.agi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {

  @Test
  void percentiles_are_times_that_were_measured_in_whatever_order() {
    Sample sample =
        new Sample(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * 1000).toArray(), 0, 1, 1);

    assertThat(sample.micros(0.5)).isEqualTo(50);
    assertThat(sample.micros(0.99)).isEqualTo(99);
  }

  @Test
  void calls_a_second_count_all_clients_over_the_whole_time() {
    assertThat(new Sample(new long[500], 0, 250_000_000, 1).perSecond()).isEqualTo(2000);
  }

  @Test
  void processor_time_is_that_of_one_question() {
    assertThat(new Sample(new long[500], 0, 1, 25_000_000).processorMicros()).isEqualTo(50);
  }

  @Test
  void both_servers_answer_that_the_caller_waits() throws Exception {
    try (AskedServer bare = BareServer.start();
        AskedServer ours = WholeServer.start(2)) {
      for (AskedServer server : List.of(bare, ours)) {
        AsteriskClient client = new AsteriskClient(server, 1, 0);

        assertThat(client.ask()).isTrue();
        assertThat(client.asked()).isEqualTo(1);
      }
    }
  }
}
