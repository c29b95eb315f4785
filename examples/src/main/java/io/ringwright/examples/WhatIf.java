package io.ringwright.examples;

import static io.ringwright.simulator.TimeDistribution.exponential;
import static io.ringwright.simulator.TimeDistribution.logNormal;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;

import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.simulator.CallStream;
import io.ringwright.simulator.Comparison;
import io.ringwright.simulator.Simulation;
import io.ringwright.simulator.Span;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What if we had two more people? A week of calls, routed by the engine itself, in a second or two
 * for each answer.
 */
public final class WhatIf {

  private WhatIf() {}

  /**
   * Prints what each size of the team would mean for the callers.
   *
   * @param arguments none, or the name of a file for a plot
   * @throws IOException if the plot cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Comparison comparison = run(System.out);
    if (arguments.length > 0) {
      Files.writeString(Path.of(arguments[0]), comparison.svg());
    }
  }

  static Comparison run(PrintStream out) {
    // begin: what if
    CallStream customers =
        CallStream.to("700")
            .perHour(200)
            .talking(logNormal(ofMinutes(3), 1))
            .patience(exponential(ofMinutes(4)));
    Simulation week = Simulation.of(team(10)).withCalls(customers).over(Span.of(ofDays(7)));

    Comparison comparison =
        Comparison.of("ten people", week.run())
            .and("one more", week.withPhones(team(11)).run())
            .and("two more", week.withPhones(team(12)).run());
    out.println(comparison);
    // end: what if
    return comparison;
  }

  private static PhoneList team(int people) {
    PhoneListBuilder phones = PhoneList.builder();
    phones.huntGroup(
        "700",
        team -> {
          for (int person = 0; person < people; person++) {
            String number = Integer.toString(100 + person);
            phones.extension(number, phone -> phone.device("PJSIP/" + number));
            team.member(number);
          }
        });
    return phones.build();
  }
}
