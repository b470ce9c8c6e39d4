package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentId;
import io.omnicommerce.storage.Storage;
import java.util.Optional;
import java.util.function.Function;

/** Loads a job with its order, asks what becomes of them, and commits that. */
record Jobs(Storage storage) {

  /** A job that was left as it is is not saved. */
  Fulfillment change(CallContext context, FulfillmentId id, Function<JobWork, Fulfillment> rule) {
    return storage.inTransaction(
        context,
        session -> {
          JobWork work = JobWork.on(session, id);
          Fulfillment changed = rule.apply(work);
          if (!changed.equals(work.job())) {
            Results.commit(session, work.decision().build());
          }
          return changed;
        });
  }

  /** A repeat is answered as the first call was. */
  Fulfillment change(
      CallContext context, FulfillmentId id, Once once, Function<JobWork, Fulfillment> rule) {
    return storage.inTransaction(
        context,
        session -> {
          JobWork work = JobWork.on(session, id);
          // Asked last: whoever sees the job after the command sees the command as well.
          Optional<Fulfillment> answer = once.answer(session);
          if (answer.isPresent()) {
            return answer.get();
          }
          Fulfillment changed = rule.apply(work);
          Results.commit(session, work.decision().save(once.done(session, changed)).build());
          return changed;
        });
  }
}
