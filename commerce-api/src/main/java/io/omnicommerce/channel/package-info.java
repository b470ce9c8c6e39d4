/**
 * Where customers meet the shop, and where its goods are.
 *
 * <p>A {@linkplain io.omnicommerce.channel.Market market} has currencies, a tax zone and
 * {@linkplain io.omnicommerce.channel.Conventions conventions}: the named policies on which careful
 * shops differ. A {@linkplain io.omnicommerce.channel.Channel channel} belongs to one market and
 * draws on some {@linkplain io.omnicommerce.channel.Location locations}, in the order in which it
 * prefers them. A location has a time zone, somebody to call, and opening hours. A new channel is
 * data: no rule anywhere asks for a channel by its name.
 */
@NullMarked
package io.omnicommerce.channel;

import org.jspecify.annotations.NullMarked;
