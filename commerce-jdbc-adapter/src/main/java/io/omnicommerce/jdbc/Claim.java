package io.omnicommerce.jdbc;

import java.util.OptionalLong;

/** An id that is ours now, and when its group may be expired. */
record Claim(OptionalLong expiresAt) {}
