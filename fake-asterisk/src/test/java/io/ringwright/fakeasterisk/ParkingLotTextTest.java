package io.ringwright.fakeasterisk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.fakeasterisk.switchboard.ParkingLot;
import org.junit.jupiter.api.Test;

class ParkingLotTextTest {

  private static final String LOT =
      "[default]\nparkext => 700 ; so\nparkpos = 701-702\ncontext = lot\n";

  @Test
  void a_lot_has_an_extension_that_parks_and_one_for_each_space() {
    ParkingLotText lot = ParkingLotText.parse(LOT);
    assertThat(lot.spaces()).isEqualTo(new ParkingLot.Spaces("lot", 701, 702));
    assertThat(lot.dialplan())
        .isEqualTo(
            """
            [lot]
            exten => 700,1,Park()
            exten => 701,1,ParkedCall(default,701)
            exten => 702,1,ParkedCall(default,702)
            """);
  }

  @Test
  void what_is_missing_or_no_range_is_refused() {
    assertThatThrownBy(() -> ParkingLotText.parse("parkpos = 701-702"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parkext");
    assertThatThrownBy(() -> ParkingLotText.parse(LOT.replace("701-702", "many")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parkpos of a parking lot is many");
  }
}
