package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import java.util.List;
import java.util.Map;

/** For whom goods are sent that are not for the shelf: hears of it when they arrive. */
public interface TransferPurpose {

  /** Nobody sends goods for anybody. */
  TransferPurpose NOBODY = (session, decision, arrived) -> SetAside.NOTHING;

  /**
   * Decides with the arrival what becomes of it.
   *
   * @param decision what is decided besides the movements
   */
  SetAside arrived(Session session, Decision.Builder decision, Arrived arrived);

  /**
   * What has arrived.
   *
   * @param transfer as it is since
   * @param good what of each SKU has arrived fit to be sold, in its smallest unit
   * @param group the ledger's group of the arrival, whose first lines are what is set aside
   */
  record Arrived(Transfer transfer, Map<Sku, Long> good, String group) {
    public Arrived {
      good = Map.copyOf(good);
    }
  }

  /**
   * What is not for the shelf.
   *
   * @param units how much of each SKU
   * @param holds what holds it where it has arrived
   * @param steps what held it on its way
   */
  record SetAside(Map<Sku, Long> units, List<Leg> holds, List<LedgerStep> steps) {

    public static final SetAside NOTHING = new SetAside(Map.of(), List.of(), List.of());

    public SetAside {
      units = Map.copyOf(units);
      holds = List.copyOf(holds);
      steps = List.copyOf(steps);
    }
  }
}
