package io.ringwright.ami;

/** How far an application is that is checked: its parts start one after the other. */
enum Stage {
  /** AMI is linked; AGI server and ticker may be about to start. */
  STARTING,
  /** Everything should be up. */
  UP
}
