package io.ringwright.call;

/** What a caller is told in spoken words before a decision is carried out. */
public enum Notice {
  /** The caller asked to be called back, and cannot be; nothing else changes. */
  CALL_BACK_REFUSED
}
