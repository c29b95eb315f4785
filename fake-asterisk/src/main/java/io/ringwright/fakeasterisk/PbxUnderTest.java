package io.ringwright.fakeasterisk;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A switch with phones and callers that a scenario drives from outside, over the same wires an
 * application uses: FastAGI into the application, AMI out of it.
 *
 * <p>{@link FakeAsterisk} is one; a real Asterisk with SIP phones is another. A scenario written
 * against this interface runs on both, and so holds the fake to the truth. A phone is named by its
 * extension number; its device is {@code PJSIP/<number>}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public interface PbxUnderTest extends AutoCloseable {

  /**
   * Says what a phone does with the calls that reach it from now on. Phones start as {@link
   * PhoneBehaviour#nobodyThere()}.
   *
   * @param number the extension number of a phone this switch has
   * @param behaviour what it does
   */
  void phone(String number, PhoneBehaviour behaviour);

  /**
   * Takes a phone out of service, so that the switch reports its device as unavailable, or puts it
   * back.
   *
   * @param number the extension number of the phone
   * @param reachable whether the switch can reach it
   */
  void reachable(String number, boolean reachable);

  /**
   * Starts a call from outside; it enters the dialplan at {@code ringwright-route}.
   *
   * @param call who calls whom
   * @return the caller, by which the call is followed in the {@link #sightings()}
   */
  Caller call(CallPlan call);

  /**
   * Hangs up the calls a phone is in, as its owner would.
   *
   * @param number the extension number of the phone
   */
  void hangUpPhone(String number);

  /**
   * Cuts every AMI connection and refuses new ones, or lets them in again.
   *
   * @param open whether AMI connections are possible
   */
  void amiOpen(boolean open);

  /**
   * Where the application connects for AMI.
   *
   * @return loopback address, port and login
   */
  AmiLogin ami();

  /**
   * The same for an application that calls people back: a login that has the right {@code
   * originate} as well.
   *
   * @return loopback address, port and login
   */
  AmiLogin amiThatCalls();

  /**
   * The port on which this switch's dialplan expects the application's FastAGI server.
   *
   * @return a loopback TCP port
   */
  int agiPort();

  /**
   * What the switch and its phones saw since the start, oldest first.
   *
   * @return an unchanging copy
   */
  List<Sighting> sightings();

  /**
   * The AMI actions the switch received on the application's login, oldest first, as name and
   * headers. A real Asterisk cannot tell; it returns an empty list.
   *
   * @return an unchanging copy
   */
  List<Map<String, String>> amiActions();

  /** Ends all calls and the switch. */
  @Override
  void close();

  /**
   * A call to be made.
   *
   * @param number what the caller's number says; may be any text, it comes from outside
   * @param name what the caller's name says; may be any text
   * @param dialled what is dialled; may be any text
   * @param priority the caller's priority, 1 is the highest
   * @param patience after how long the caller hangs up, answered or not
   * @param skills what the call asks for, as {@code french:3+sales:1}; empty for nothing
   * @param returning the call whose place is claimed; empty for none
   * @param preferring what {@code RW_PREFER} says, such as {@code 8261:300}; empty for nothing
   */
  record CallPlan(
      String number,
      String name,
      String dialled,
      int priority,
      Duration patience,
      String skills,
      String returning,
      String preferring) {

    /**
     * A caller who asks for no skills and claims no place.
     *
     * @param number what the caller's number says; may be any text, it comes from outside
     * @param name what the caller's name says; may be any text
     * @param dialled what is dialled; may be any text
     * @param priority the caller's priority, 1 is the highest
     * @param patience after how long the caller hangs up, answered or not
     */
    public CallPlan(String number, String name, String dialled, int priority, Duration patience) {
      this(number, name, dialled, priority, patience, "", "", "");
    }

    /**
     * A caller of priority 5 without a name, who stays for a minute.
     *
     * @param number the caller's number
     * @param dialled what is dialled
     * @return the plan
     */
    public static CallPlan of(String number, String dialled) {
      return new CallPlan(number, "", dialled, 5, Duration.ofMinutes(1));
    }

    /**
     * The same call with another priority.
     *
     * @param changed 1 is the highest
     * @return the plan
     */
    public CallPlan withPriority(int changed) {
      return new CallPlan(number, name, dialled, changed, patience, skills, returning, preferring);
    }

    /**
     * The same call to another number.
     *
     * @param changed what is dialled
     * @return the plan
     */
    public CallPlan dialling(String changed) {
      return new CallPlan(number, name, changed, priority, patience, skills, returning, preferring);
    }

    /**
     * The same call with another name.
     *
     * @param changed what the caller's name says
     * @return the plan
     */
    public CallPlan withName(String changed) {
      return new CallPlan(
          number, changed, dialled, priority, patience, skills, returning, preferring);
    }

    /**
     * The same call with another patience.
     *
     * @param changed after how long the caller hangs up
     * @return the plan
     */
    public CallPlan withPatience(Duration changed) {
      return new CallPlan(number, name, dialled, priority, changed, skills, returning, preferring);
    }

    /**
     * The same call, asking for skills.
     *
     * @param asked such as {@code french:3+sales:1}
     * @return the plan
     */
    public CallPlan withSkills(String asked) {
      return new CallPlan(number, name, dialled, priority, patience, asked, returning, preferring);
    }

    /**
     * The same call, claiming the place of an earlier one.
     *
     * @param earlier what the engine calls that call
     * @return the plan
     */
    public CallPlan returningFrom(String earlier) {
      return new CallPlan(number, name, dialled, priority, patience, skills, earlier, preferring);
    }

    /**
     * The same call, preferring an extension for a while.
     *
     * @param extension what {@code RW_PREFER} says, such as {@code 8261:300}
     * @return the plan
     */
    public CallPlan preferring(String extension) {
      return new CallPlan(number, name, dialled, priority, patience, skills, returning, extension);
    }
  }

  /** A caller who is on the line or was. */
  interface Caller {

    /**
     * The identity by which {@link Sighting#caller()} names this caller.
     *
     * @return unique among the callers of this switch
     */
    String id();

    /** Hangs up. Does nothing if the call is over. */
    void hangUp();

    /**
     * Presses a key of the telephone. Does nothing if the call has not been answered, or is over.
     *
     * @param key {@code 0} to {@code 9}, {@code *}, {@code #}, {@code A} to {@code D}
     */
    void press(char key);

    /**
     * Sends the caller on to a number, as a supervisor's panel does by AMI Redirect: whoever talks
     * to the caller is left, and the call comes to the application once more. Does nothing if the
     * call is over.
     *
     * @param number what is dialled for the caller
     */
    void sendOn(String number);
  }

  /**
   * Where and how an application logs in to AMI.
   *
   * @param port TCP port on loopback
   * @param user the AMI user
   * @param secret its password
   */
  record AmiLogin(int port, String user, String secret) {

    /** All but the password. */
    @Override
    public String toString() {
      return user + " at port " + port;
    }
  }
}
