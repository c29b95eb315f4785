package io.ringwright.fakeasterisk.pbx;

import io.ringwright.fakeasterisk.dialplan.Arguments;

/**
 * The application {@code MixMonitor}: nothing is written, and all that is told of a recording is.
 * Source: {@code apps/app_mixmonitor.c} of Asterisk.
 */
final class RecordingApplication {

  private static final String DIRECTORY = "/var/spool/asterisk/monitor/";

  private RecordingApplication() {}

  static void addTo(Applications applications) {
    applications.add("MixMonitor", RecordingApplication::record);
  }

  private static void record(Application.Call call) {
    String file = Arguments.at(Arguments.of(call.data()), 0);
    call.channel().set("MIXMONITOR_FILENAME", file.startsWith("/") ? file : DIRECTORY + file);
    call.channel().audio().record();
    call.done(Verdict.CONTINUE);
  }
}
