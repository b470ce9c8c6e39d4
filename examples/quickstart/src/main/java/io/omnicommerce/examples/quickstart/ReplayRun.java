package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.storage.AuditFinding;
import java.util.List;

/** One replay of all files: the shop is set up, every document carried out, and all checked. */
final class ReplayRun {

  /** After how many documents the outbox is emptied. */
  private static final int RELAY_EVERY = 100;

  private final Terminal terminal;
  private final Options options;
  private final Backend backend;
  private final Survey survey;
  private final Outcomes outcomes = new Outcomes();
  private final Books books = new Books();
  private final StockLedger stock = new StockLedger();
  private final FileTotals files;
  private final ProgressBar bar;
  private long documents;

  ReplayRun(Terminal terminal, Options options, Backend backend, Survey survey) {
    this.terminal = terminal;
    this.options = options;
    this.backend = backend;
    this.survey = survey;
    this.files = new FileTotals(new BadRows(terminal, outcomes)::accept);
    this.bar = new ProgressBar(terminal, options.quiet(), "Replaying", survey.rows());
  }

  Checks run(Commerce commerce, List<Source> sources) {
    Shop shop = new Shop(commerce, Backend.freeTenant(commerce, "online-retail"));
    shop.open(survey.skus(), options.stock());
    stock.open(survey.skus(), options.stock());
    Replay replay = new Replay(shop, backend.clock(), survey, outcomes, books, stock);
    Relay relay = backend.relay();
    Feed.read(sources, document -> carryOut(document, replay, relay), files);
    books.relayed(relay.drain());
    bar.end();
    Checks checks = Checks.of(files, outcomes, books);
    compareStock(shop, checks);
    audit(commerce, checks);
    checks.add(
        "faults", Terminal.count(books.failures()) + " that should not be", books.failures() == 0);
    new Report(terminal, outcomes, books).print(files, checks);
    return checks;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  Books books() {
    return books;
  }

  private void carryOut(Document document, Replay replay, Relay relay) {
    replay.accept(document);
    bar.step(document.rows().size());
    if (++documents % RELAY_EVERY == 0) {
      books.relayed(relay.drain());
    }
  }

  private void compareStock(Shop shop, Checks checks) {
    List<String> differences = stock.differences(shop);
    differences.stream().limit(5).forEach(books::problem);
    checks.add(
        "stock",
        Terminal.count(stock.size())
            + " SKUs counted from the rows, "
            + Terminal.count(differences.size())
            + " differ in the library",
        differences.isEmpty());
  }

  private void audit(Commerce commerce, Checks checks) {
    List<AuditFinding> findings = commerce.maintenance().audit(List.of());
    findings.stream().limit(5).map(AuditFinding::toString).forEach(books::problem);
    checks.add(
        "ledger",
        "the library's own audit finds " + Terminal.count(findings.size()) + " faults",
        findings.isEmpty());
  }
}
