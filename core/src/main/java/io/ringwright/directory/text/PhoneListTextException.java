package io.ringwright.directory.text;
public final class PhoneListTextException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  public PhoneListTextException(String m){super(m);}
}
