/**
 * The words that every room shares: who calls, in whose name, how much, which version, and what
 * went wrong.
 *
 * <p>Every value here is an immutable record that checks itself when it is made: an id that exists
 * is a valid id. Ids are visible ASCII of at most {@value
 * io.omnicommerce.common.Text#ID_LENGTH_MAX} characters, compared exactly, and are never authority:
 * what a caller may do stands in the {@link io.omnicommerce.common.Actor} of the {@link
 * io.omnicommerce.common.CallContext}, and the host has verified it before it calls.
 *
 * <p>What went wrong comes in one of two shapes. What a competent caller branches on is an
 * <em>outcome</em> whose refusals are {@link io.omnicommerce.common.Refusal}s. Everything else is a
 * {@link io.omnicommerce.common.CommerceException} with a stable {@link
 * io.omnicommerce.common.ErrorCode}. Null and misuse of a builder stay JDK exceptions that name the
 * parameter. A refused call changes nothing.
 */
@NullMarked
package io.omnicommerce.common;

import org.jspecify.annotations.NullMarked;
