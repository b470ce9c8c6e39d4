package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import java.util.Optional;

/**
 * A command on a job that is carried out once under its key.
 *
 * @param content everything the caller asked for, as text
 */
record Once(String command, IdempotencyKey key, String content) {

  /** The job as it was answered, if the command was carried out before. */
  Optional<Fulfillment> answer(Session session) {
    return Commands.resultOf(session, command, key, content)
        .map(FulfillmentDocuments.TYPE.codec()::decode);
  }

  /** What to save so that a repeat is answered with the job. */
  DocumentWrite<?> done(Session session, Fulfillment job) {
    String result = FulfillmentDocuments.TYPE.codec().encode(job);
    return Commands.done(session, command, key, content, result);
  }
}
