/**
 * Database servers for tests: real ones, that are unpacked, started and thrown away by the tests
 * which use them. No database needs to be installed.
 */
@NullMarked
package io.omnicommerce.databases;

import org.jspecify.annotations.NullMarked;
