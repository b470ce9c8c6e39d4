package io.omnicommerce.core.fulfillment;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentDue;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is due, job after job, with no more on a page than was asked for. Of one job two things may
 * be due, the notice that it is ready and another: a page may end between them.
 */
final class DuePages {

  private static final String BETWEEN = "!";

  private final Session session;
  private final int limit;
  private final Optional<String> begun;
  private final Optional<String> after;

  /**
   * @param begun the job of which the first was on the page before
   * @param after where the jobs of this page begin, as the storage says it
   */
  private DuePages(Session session, int limit, Optional<String> begun, Optional<String> after) {
    this.session = session;
    this.limit = limit;
    this.begun = begun;
    this.after = after;
  }

  static Page<FulfillmentDue> of(Session session, PageRequest page) {
    String cursor = page.after().orElse("");
    if (!cursor.startsWith(BETWEEN)) {
      return new DuePages(session, page.limit(), Optional.empty(), page.after()).page();
    }
    int colon = cursor.indexOf(':');
    int end = colon + 1 + length(cursor, colon);
    if (colon < 0 || end > cursor.length()) {
      throw invalid(cursor);
    }
    Optional<String> rest = Optional.of(cursor.substring(end)).filter(text -> !text.isEmpty());
    return new DuePages(session, page.limit(), Optional.of(cursor.substring(colon + 1, end)), rest)
        .page();
  }

  private static int length(String cursor, int colon) {
    String digits = colon < 0 ? "" : cursor.substring(BETWEEN.length(), colon);
    if (!digits.matches("[0-9]{1,4}")) {
      throw invalid(cursor);
    }
    return Integer.parseInt(digits);
  }

  private static InvalidInputException invalid(String cursor) {
    return new InvalidInputException(
        PageRequest.INVALID, "after", cursor, "must be the cursor that the same question answered");
  }

  private Page<FulfillmentDue> page() {
    Page<Stored<Fulfillment>> jobs = jobs(limit);
    List<FulfillmentDue> due = new ArrayList<>();
    for (int i = 0; i < jobs.items().size(); i++) {
      Fulfillment job = jobs.items().get(i).value();
      List<FulfillmentDue> more = due(job);
      int room = limit - due.size();
      if (more.size() > room) {
        due.addAll(more.subList(0, room));
        return new Page<>(due, Optional.of(room == 0 ? before(i) : between(job, i)));
      }
      due.addAll(more);
    }
    return new Page<>(due, jobs.next());
  }

  private Page<Stored<Fulfillment>> jobs(int most) {
    return FulfillmentDocuments.open(session, new PageRequest(most, after));
  }

  private List<FulfillmentDue> due(Fulfillment job) {
    return Dues.of(job, session.now()).stream().filter(one -> !isTold(one)).toList();
  }

  private boolean isTold(FulfillmentDue due) {
    return due.kind() == FulfillmentDue.Kind.READY_NOTICE
        && begun.equals(Optional.of(due.fulfillment().value()));
  }

  /** Where the jobs of this page go on with the one of this place. */
  private String before(int place) {
    return place == 0 ? after.orElse("") : jobs(place).next().orElseThrow();
  }

  private String between(Fulfillment job, int place) {
    String id = job.id().value();
    return BETWEEN + id.length() + ':' + id + before(place);
  }
}
