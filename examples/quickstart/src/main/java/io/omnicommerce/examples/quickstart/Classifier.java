package io.omnicommerce.examples.quickstart;

/** Says what each row of a document is meant to be. */
final class Classifier {

  private Classifier() {}

  static RowKind kind(Document document, Row row) {
    if (Impossible.reason(document, row).isPresent()) {
      return RowKind.IMPOSSIBLE;
    }
    boolean goods = Pseudo.kind(row.code()).isEmpty();
    if (document.isCancellation()) {
      return goods ? RowKind.RETURN : RowKind.CREDIT;
    }
    return goods ? goods(document, row) : RowKind.CHARGE;
  }

  private static RowKind goods(Document document, Row row) {
    if (row.quantity() < 0) {
      return RowKind.GONE;
    }
    return document.isStockEntry() ? RowKind.FOUND : RowKind.SALE;
  }
}
