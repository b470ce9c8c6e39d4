/**
 * What every service needs around its session: events after commit, commands that are carried out
 * once.
 */
@NullMarked
package io.omnicommerce.core.storage;

import org.jspecify.annotations.NullMarked;
