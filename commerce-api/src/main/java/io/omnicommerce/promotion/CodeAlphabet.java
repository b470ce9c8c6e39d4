package io.omnicommerce.promotion;

/** Of which characters the codes of a batch are made. None looks like another. */
public enum CodeAlphabet {

  /** Digits, for codes that are typed on a telephone. */
  DIGITS("0123456789"),

  /** Letters without I, L, O and U. */
  LETTERS("ABCDEFGHJKMNPQRSTVWXYZ"),

  /** Digits, and letters without I, L, O and U. Where somebody types O, I or L, 0 or 1 is meant. */
  LETTERS_AND_DIGITS("0123456789ABCDEFGHJKMNPQRSTVWXYZ");

  private final String characters;

  CodeAlphabet(String characters) {
    this.characters = characters;
  }

  /** All of them, in their order. */
  public String characters() {
    return characters;
  }

  /** How many there are. */
  public int size() {
    return characters.length();
  }
}
