package io.ringwright.it.phone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A SIP message: the first line, the headers in order, and the body (RFC 3261 section 7). */
record SipText(String startLine, List<Header> headers, String body) {

  private static final String LINE_END = "\r\n";
  private static final String RESPONSE = "SIP/2.0 ";

  /** A response repeats these headers of its request (RFC 3261 section 8.2.6.2). */
  private static final List<String> REPEATED = List.of("Via", "From", "To", "Call-ID", "CSeq");

  private static final Pattern TAG = Pattern.compile(";tag=([^;>\\s]+)");
  private static final Pattern BRANCH = Pattern.compile(";branch=([^;,\\s]+)");
  private static final Pattern ADDRESS = Pattern.compile("<([^>]+)>");
  private static final Pattern USER = Pattern.compile("sips?:([^@;>]+)@");

  record Header(String name, String value) {}

  SipText {
    headers = List.copyOf(headers);
  }

  static SipText request(String method, String uri) {
    return new SipText(method + " " + uri + " SIP/2.0", List.of(), "");
  }

  static SipText parse(String wire) {
    int end = wire.indexOf(LINE_END + LINE_END);
    String head = end < 0 ? wire : wire.substring(0, end);
    String[] lines = head.split(LINE_END);
    List<Header> headers = new ArrayList<>();
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(':');
      if (colon > 0) {
        headers.add(
            new Header(
                lines[i].substring(0, colon).strip(), lines[i].substring(colon + 1).strip()));
      }
    }
    return new SipText(lines[0], headers, end < 0 ? "" : wire.substring(end + 4));
  }

  /** The response to this request; the tag is added where the request has none. */
  SipText response(int status, String tag) {
    SipText response = new SipText(RESPONSE + status + " " + reason(status), List.of(), "");
    for (Header header : headers) {
      boolean untagged = header.name().equalsIgnoreCase("To") && tagOf(header.value()).isEmpty();
      if (REPEATED.stream().anyMatch(header.name()::equalsIgnoreCase)) {
        response = response.with(header.name(), header.value() + (untagged ? ";tag=" + tag : ""));
      }
    }
    return response;
  }

  SipText with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new SipText(startLine, more, body);
  }

  SipText withBody(String type, String text) {
    return new SipText(startLine, with("Content-Type", type).headers(), text);
  }

  String wire() {
    StringBuilder wire = new StringBuilder(startLine).append(LINE_END);
    headers.forEach(h -> wire.append(h.name() + ": " + h.value() + LINE_END));
    return wire.append("Content-Length: " + body.length() + LINE_END + LINE_END + body).toString();
  }

  boolean isResponse() {
    return startLine.startsWith(RESPONSE);
  }

  /** The status of a response; 0 for a request. */
  int status() {
    return isResponse() ? Integer.parseInt(startLine.split(" ", 3)[1]) : 0;
  }

  /** The method of a request, or of the request that a response answers. */
  String method() {
    return isResponse() ? required("CSeq").split(" ")[1] : startLine.split(" ", 2)[0];
  }

  int sequence() {
    return Integer.parseInt(required("CSeq").split(" ")[0]);
  }

  /** What a request and its responses share; a CANCEL shares it with its INVITE. */
  String branch() {
    Matcher branch = BRANCH.matcher(required("Via"));
    return branch.find() ? branch.group(1) : "";
  }

  Optional<String> header(String name) {
    return headers.stream()
        .filter(h -> h.name().equalsIgnoreCase(name))
        .map(Header::value)
        .findFirst();
  }

  String required(String name) {
    return header(name)
        .orElseThrow(() -> new IllegalArgumentException("no header " + name + " in " + this));
  }

  static String tagOf(String address) {
    Matcher tag = TAG.matcher(address);
    return tag.find() ? tag.group(1) : "";
  }

  /** The URI between angle brackets; the whole text where there are none. */
  static String uriOf(String address) {
    Matcher uri = ADDRESS.matcher(address);
    return uri.find() ? uri.group(1) : address;
  }

  /** The part before the at sign; empty if there is none. */
  static String userOf(String address) {
    Matcher user = USER.matcher(address);
    return user.find() ? user.group(1) : "";
  }

  private static String reason(int status) {
    return switch (status) {
      case 180 -> "Ringing";
      case 200 -> "OK";
      case 486 -> "Busy Here";
      case 487 -> "Request Terminated";
      case 603 -> "Decline";
      default -> String.format(Locale.ROOT, "Status %d", status);
    };
  }

  @Override
  public String toString() {
    return isResponse() ? startLine + " for " + method() : startLine;
  }
}
