/** The phone list as a YAML file. */
module io.ringwright.files {
  requires static com.google.errorprone.annotations;
  requires transitive io.ringwright.core;
  requires static transitive org.jspecify;
  requires org.snakeyaml.engine.v2;

  exports io.ringwright.files;
}
