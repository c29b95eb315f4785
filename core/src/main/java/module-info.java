/** The routing engine: values, rules, one state machine, and the ports to the outside. */
@SuppressWarnings("module") // The AMI adapter is built after core.
module io.ringwright.core {
  requires com.github.benmanes.caffeine;
  requires static com.google.errorprone.annotations;
  requires static transitive org.jspecify;

  exports io.ringwright;
  exports io.ringwright.availability;
  exports io.ringwright.call;
  exports io.ringwright.dialplan;
  exports io.ringwright.directory;
  exports io.ringwright.directory.text;
  exports io.ringwright.event;
  exports io.ringwright.host to
      io.ringwright.ami;
  exports io.ringwright.journal;
  exports io.ringwright.lint;
  exports io.ringwright.memory;
  exports io.ringwright.port;
  exports io.ringwright.recording;
  exports io.ringwright.replay;
  exports io.ringwright.telling;
  exports io.ringwright.view;
  exports io.ringwright.waiting;
}
