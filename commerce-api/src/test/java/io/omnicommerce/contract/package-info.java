/**
 * The contract kit: what every storage must do, as tests that know nothing of how it does it.
 *
 * <p>Whoever writes an adapter extends each {@code …Contract} and hands out a storage. The numbers
 * in comments are those of the laws (L…) and of the attempts at abuse (ABUSE …) that a test holds.
 */
package io.omnicommerce.contract;
