package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Entry;
import io.omnicommerce.ledger.LedgerStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The journal explains every count. L39, L77, L89. */
public abstract class LedgerJournalContract extends StorageContract {

  private static final AccountId MUG = stock("MUG");
  private static final AccountId PLATE = stock("PLATE");

  @Test
  void every_movement_stands_in_the_journal_of_both_its_accounts() {
    applied(post("in", leg(RECEIVED, MUG, 5)));
    clock.advance(Duration.ofSeconds(1));
    applied(post("move", leg(MUG, PLATE, 2)));

    List<Entry> mugs = journal(MUG);
    List<Entry> plates = journal(PLATE);

    assertThat(mugs).extracting(Entry::batch).containsExactly(BatchId.of("in"), BatchId.of("move"));
    assertThat(mugs.get(1))
        .isEqualTo(
            new Entry(
                mugs.get(1).sequence(), BatchId.of("move"), MUG, PLATE, 2, EACH, clock.instant()));
    assertThat(plates).containsExactly(mugs.get(1));
  }

  @Test
  void the_outside_world_has_a_journal_and_no_balance() {
    receive(MUG, 5);
    receive(PLATE, 1);

    assertThat(journal(RECEIVED)).extracting(Entry::amount).containsExactly(5L, 1L);
    assertThat(ledger().balances(List.of(RECEIVED))).isEmpty();
  }

  @Test
  void a_hold_is_no_movement_until_it_is_posted() {
    receive(MUG, 5);
    applied(hold("a", take(MUG, 4)));
    applied(confirm("a"));
    int before = journal(MUG).size();

    applied(postLine("a", 1, 1));
    applied(releaseLine("a", 1, 1));
    applied(postAll("a"));

    assertThat(before).isEqualTo(1);
    assertThat(journal(MUG)).extracting(Entry::amount).containsExactly(5L, 1L, 2L);
    assertThat(sum(MUG)).isEqualTo(2);
  }

  @Test
  void neither_release_nor_expiry_nor_refusal_is_written() {
    receive(MUG, 5);
    applied(hold("a", take(MUG, 1)));
    applied(release("a"));
    applied(hold("b", take(MUG, 1)));
    clock.advance(LIFE);
    storage.maintenance().expireDue(10);
    commit(post("c", take(MUG, 9)));

    assertThat(journal(MUG)).hasSize(1);
  }

  @Test
  void the_legs_of_a_batch_are_written_in_their_order_and_sequences_grow() {
    applied(post("in", leg(RECEIVED, MUG, 3), leg(RECEIVED, MUG, 1), leg(RECEIVED, MUG, 2)));
    applied(post("out", take(MUG, 2), take(MUG, 1)));

    List<Entry> entries = journal(MUG);

    assertThat(entries).extracting(Entry::amount).containsExactly(3L, 1L, 2L, 2L, 1L);
    assertThat(entries).extracting(Entry::sequence).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void a_long_journal_comes_in_pages() {
    for (int i = 1; i <= 7; i++) {
      receive(MUG, i);
      receive(PLATE, 1);
    }

    List<List<Long>> pages = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(3));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<Entry> page = ledger().entries(MUG, request);
      pages.add(page.items().stream().map(Entry::amount).toList());
      next = page.next().map(request::next);
    }

    assertThat(pages).containsExactly(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L), List.of(7L));
  }

  @Test
  void a_journal_is_read_backwards_in_pages_from_its_newest_entry_on() {
    for (int i = 1; i <= 5; i++) {
      receive(MUG, i);
      receive(PLATE, 1);
    }
    applied(post("out", take(MUG, 6)));

    List<List<Long>> pages = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(3));
    while (next.isPresent()) {
      PageRequest request = next.get();
      Page<Entry> page = ledger().entriesBackwards(MUG, request);
      pages.add(page.items().stream().map(Entry::amount).toList());
      next = page.next().map(request::next);
    }

    assertThat(pages).containsExactly(List.of(6L, 5L, 4L), List.of(3L, 2L, 1L));
    assertThat(ledger().entriesBackwards(AccountId.of("stock", "NONE"), PageRequest.first(3)))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
    String forwards = ledger().entries(MUG, PageRequest.first(1)).next().orElseThrow();
    assertThatThrownBy(() -> ledger().entriesBackwards(MUG, PageRequest.first(1).next(forwards)))
        .isInstanceOf(InvalidInputException.class);
  }

  // ABUSE 89
  @Test
  void a_cursor_is_only_good_for_its_own_question() {
    receive(MUG, 1);
    receive(MUG, 2);
    receive(PLATE, 1);
    commit(OTHER_CALL, decision(post("in", leg(RECEIVED, MUG, 1), leg(RECEIVED, MUG, 1))));
    PageRequest first = PageRequest.first(1);
    String cursor = ledger().entries(MUG, first).next().orElseThrow();

    assertThatThrownBy(() -> journalFrom(CALL, PLATE, first.next(cursor)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> journalFrom(OTHER_CALL, MUG, first.next(cursor)))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> journalFrom(CALL, MUG, first.next("1")))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void archiving_carries_the_sum_forward_and_keeps_what_is_newer() {
    receive(MUG, 5);
    applied(post("out", take(MUG, 2)));
    applied(post("move", leg(MUG, PLATE, 1)));
    clock.advance(Duration.ofDays(1));
    receive(MUG, 7);

    int gone = storage.maintenance().archiveEntries(clock.instant());

    assertThat(gone).isEqualTo(3);
    assertThat(journal(MUG)).extracting(Entry::amount).containsExactly(2L, 7L);
    assertThat(journal(MUG)).extracting(Entry::to).containsOnly(MUG);
    assertThat(sum(MUG)).isEqualTo(9);
    assertThat(sum(PLATE)).isEqualTo(1);
    assertThat(journal(MUG)).extracting(Entry::sequence).isSorted();
  }

  @Test
  void archiving_twice_does_nothing_more_and_later_takes_the_carried_entry_along() {
    receive(MUG, 5);
    applied(new LedgerStep.Post(batch("below", take(PLATE, 3)).opening(PLATE, -10)));
    clock.advance(Duration.ofDays(1));
    storage.maintenance().archiveEntries(clock.instant());

    int again = storage.maintenance().archiveEntries(clock.instant());
    receive(MUG, 1);
    clock.advance(Duration.ofDays(1));
    storage.maintenance().archiveEntries(clock.instant());

    assertThat(again).isZero();
    assertThat(journal(MUG)).extracting(Entry::amount).containsExactly(6L);
    assertThat(sum(PLATE)).isEqualTo(-3);
  }

  private List<Entry> journal(AccountId account) {
    return journalFrom(CALL, account, PageRequest.first(100)).items();
  }

  private Page<Entry> journalFrom(CallContext call, AccountId account, PageRequest page) {
    return ledger(call).entries(account, page);
  }

  private long sum(AccountId account) {
    return journal(account).stream()
        .mapToLong(entry -> entry.to().equals(account) ? entry.amount() : -entry.amount())
        .sum();
  }
}
