package io.ringwright.agi;

import io.ringwright.call.ContextName;
import java.io.IOException;
import java.time.Duration;
import org.asteriskjava.fastagi.AgiChannel;
import org.asteriskjava.fastagi.AgiException;
import org.asteriskjava.fastagi.AgiHangupException;

/** A session of our own server. */
final class ChannelSession implements AgiSession, AgentIdentification.Keypad {

  private static final int CALLER_GONE = -1;

  private final ScriptRequest request;
  private final AgiChannel channel;
  private final AgiConnection connection;

  ChannelSession(ScriptRequest request, AgiChannel channel, AgiConnection connection) {
    this.request = request;
    this.channel = channel;
    this.connection = connection;
  }

  @Override
  public String environment(String name) {
    return request.environment(name);
  }

  @Override
  public String uniqueId() {
    return request.environment("uniqueid");
  }

  @Override
  public String digits(String sound, Duration between, int most) throws IOException {
    connection.patienceWithoutEnd();
    try {
      String typed = channel.getData(sound, between.toMillis(), most);
      return typed == null ? "" : typed;
    } catch (AgiException broken) {
      throw over(broken);
    } finally {
      connection.patienceAsUsual();
    }
  }

  @Override
  public int execute(String application, String arguments) throws IOException {
    connection.patienceWithoutEnd();
    try {
      return channel.exec(application, arguments);
    } catch (AgiHangupException gone) {
      return CALLER_GONE;
    } catch (AgiException broken) {
      throw over(broken);
    } finally {
      connection.patienceAsUsual();
    }
  }

  @Override
  public String variable(String name) throws IOException {
    try {
      String value = channel.getVariable(name);
      return value == null ? "" : value;
    } catch (AgiException broken) {
      throw over(broken);
    }
  }

  @Override
  public void setVariable(String name, String value) throws IOException {
    try {
      channel.setVariable(name, value);
    } catch (AgiException broken) {
      throw over(broken);
    }
  }

  @Override
  public void continueAt(ContextName context, String extension) throws IOException {
    try {
      channel.continueAt(context.name(), extension, "1");
    } catch (AgiException broken) {
      throw over(broken);
    }
  }

  private static IOException over(AgiException broken) {
    return new IOException("the AGI session is over: " + broken.getMessage(), broken);
  }
}
