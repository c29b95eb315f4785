package io.ringwright.agi;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Token;
import io.ringwright.memory.InMemoryCallStore;
import io.ringwright.port.CallStore;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A store on a disk that does not answer, until it is released. */
final class BlockingStore implements CallStore {

  private final CallStore store = new InMemoryCallStore();
  private final CountDownLatch released = new CountDownLatch(1);

  void release() {
    released.countDown();
  }

  private void block() {
    try {
      released.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean enqueue(WaitingCall call) {
    block();
    return store.enqueue(call);
  }

  @Override
  public boolean restore(WaitingCall call) {
    block();
    return store.restore(call);
  }

  @Override
  public boolean claim(Reservation reservation) {
    block();
    return store.claim(reservation);
  }

  @Override
  public boolean land(CallId call, Token token) {
    block();
    return store.land(call, token);
  }

  @Override
  public boolean backInLine(CallId call, Token token) {
    block();
    return store.backInLine(call, token);
  }

  @Override
  public boolean moveTo(WaitingCall call) {
    block();
    return store.moveTo(call);
  }

  @Override
  public boolean end(CallId call, CallOutcome outcome) {
    return store.end(call, outcome);
  }

  @Override
  public List<Reservation> held() {
    return store.held();
  }

  @Override
  public List<WaitingCall> unserved() {
    return store.unserved();
  }
}
