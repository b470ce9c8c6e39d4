package io.omnicommerce.examples.quickstart;

/** What can become of a row: one of these, exactly once. */
enum OutcomeKind {
  ORDER_LINE("order lines"),
  CHARGE("charges of orders"),
  RETURN_LINE("return lines"),
  CREDIT("money adjustments"),
  STOCK("stock adjustments"),
  REFUSAL("refusals"),
  BAD("refusals: unreadable rows");

  private final String title;

  OutcomeKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
