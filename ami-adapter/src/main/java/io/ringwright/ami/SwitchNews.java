package io.ringwright.ami;

import io.ringwright.CallRouter;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.port.PbxSnapshot;

/** What a link tells the engine: the part of its door that AMI uses. */
interface SwitchNews {

  void connected(PbxSnapshot snapshot);

  void disconnected(PbxId pbx);

  void deviceReported(PbxId pbx, DeviceReport report);

  void answered(CallId call, Device device);

  void ended(CallId call);

  /** Tells a router. */
  static SwitchNews to(CallRouter router) {
    return new SwitchNews() {
      @Override
      public void connected(PbxSnapshot snapshot) {
        router.pbxConnected(snapshot);
      }

      @Override
      public void disconnected(PbxId pbx) {
        router.pbxDisconnected(pbx);
      }

      @Override
      public void deviceReported(PbxId pbx, DeviceReport report) {
        router.deviceReported(pbx, report);
      }

      @Override
      public void answered(CallId call, Device device) {
        router.callAnswered(call, device);
      }

      @Override
      public void ended(CallId call) {
        router.callEnded(call);
      }
    };
  }
}
