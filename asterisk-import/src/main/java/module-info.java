/** Reads the configuration of app_queue and makes a phone file of it. */
module io.ringwright.imports {
  requires static com.google.errorprone.annotations;
  requires transitive io.ringwright.core;
  requires transitive io.ringwright.files;
  requires static transitive org.jspecify;

  exports io.ringwright.imports;
}
