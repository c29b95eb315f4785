package io.ringwright.ami;

import static io.ringwright.ami.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The encrypted link, with certificates that were signed by nobody else. */
class AmiTlsTest {

  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private static Path folder;

  private static KeyStore ofThisAddress;
  private static KeyStore ofAnotherName;

  private final RecordedEvents heard = new RecordedEvents();

  @BeforeAll
  static void make_certificates() throws Exception {
    ofThisAddress = selfSigned("this", "ip:127.0.0.1");
    ofAnotherName = selfSigned("other", "dns:pbx.example");
  }

  @Test
  void a_trusted_certificate_for_this_address_lets_the_link_come_up() throws Exception {
    try (ScriptedAmi asterisk = behind(ofThisAddress);
        AmiConnection connection = connection(asterisk, trusting(ofThisAddress))) {
      asterisk.device("PJSIP/8260", "NOT_INUSE");
      connection.start();
      assertThat(connection.awaitConnected(SOON).isConnected()).isTrue();
      asterisk.event(Messages.deviceState("PJSIP/8260", "INUSE"));
      eventually("the news", () -> heard.lines().contains("PJSIP/8260 IN_USE []"));
    }
  }

  @Test
  void a_certificate_that_nobody_trusts_keeps_the_link_down_and_the_login_unsent()
      throws Exception {
    try (ScriptedAmi asterisk = behind(ofThisAddress);
        AmiConnection connection = connection(asterisk, trusting(ofAnotherName))) {
      assertThatItStaysDown(connection, "certif");
      assertThat(asterisk.received("Challenge")).isEmpty();
    }
  }

  @Test
  void a_trusted_certificate_for_another_name_is_not_good_enough() throws Exception {
    try (ScriptedAmi asterisk = behind(ofAnotherName);
        AmiConnection connection = connection(asterisk, trusting(ofAnotherName))) {
      assertThatItStaysDown(connection, "127.0.0.1");
      assertThat(asterisk.received("Challenge")).isEmpty();
    }
  }

  @Test
  void an_asterisk_that_does_not_encrypt_is_not_talked_to() throws Exception {
    try (ScriptedAmi asterisk = new ScriptedAmi();
        AmiConnection connection = connection(asterisk, trusting(ofThisAddress))) {
      assertThatItStaysDown(connection, "cannot reach router@127.0.0.1:");
      assertThat(asterisk.received("Challenge")).isEmpty();
    }
  }

  private static void assertThatItStaysDown(AmiConnection connection, String why)
      throws InterruptedException {
    connection.start();
    eventually("an attempt", () -> connection.state() instanceof LinkState.WaitingToRetry);
    assertThat(connection.state().toString()).contains(why);
  }

  private AmiConnection connection(ScriptedAmi asterisk, SSLContext trust) {
    return new AmiConnectionBuilder(heard, new AmiTelephony())
        .pbx(Settings.LAB)
        .address("127.0.0.1", asterisk.port())
        .login(ScriptedAmi.USER, ScriptedAmi.SECRET)
        .tls(trust)
        .retryBetween(Duration.ofSeconds(30), Duration.ofSeconds(30))
        .build();
  }

  private static ScriptedAmi behind(KeyStore keys) throws IOException, GeneralSecurityException {
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return new ScriptedAmi(context.getServerSocketFactory());
  }

  private static SSLContext trusting(KeyStore certificates) throws GeneralSecurityException {
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(certificates);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers.getTrustManagers(), null);
    return context;
  }

  /** A key and its certificate, made by the keytool of this JDK, and the certificate as trusted. */
  private static KeyStore selfSigned(String name, String subject) throws Exception {
    Path file = folder.resolve(name + ".p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    Process made =
        new ProcessBuilder(
                List.of(
                    keytool.toString(),
                    "-genkeypair",
                    "-alias",
                    name,
                    "-keyalg",
                    "EC",
                    "-dname",
                    "CN=" + name,
                    "-ext",
                    "san=" + subject,
                    "-storetype",
                    "PKCS12",
                    "-keystore",
                    file.toString(),
                    "-storepass",
                    new String(PASSWORD)))
            .inheritIO()
            .start();
    assertThat(made.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    store.setCertificateEntry("trusted", store.getCertificate(name));
    return store;
  }
}
