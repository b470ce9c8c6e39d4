package io.omnicommerce.core.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.Shop;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.jdbc.JdbcStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How often a database is asked. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AvailabilityStatementsTest {

  private static final int SKUS = 50;
  private static final int PLACES = 200;

  private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();

  @Test
  void what_may_be_sold_of_fifty_skus_at_two_hundred_places_is_one_question_about_shelves() {
    Shop shop = shop();
    List<LocationId> places =
        IntStream.range(0, PLACES).mapToObj(n -> LocationId.of("P" + n)).toList();
    List<Sku> skus = IntStream.range(0, SKUS).mapToObj(n -> Sku.of("S" + n)).toList();
    furnish(shop, places, skus);
    asked.clear();

    Map<Sku, Quantity> left = shop.inventory().availableToSell(Shop.ADA, skus);

    assertThat(left).hasSize(SKUS).containsValue(Quantity.of(PLACES));
    assertThat(asked).filteredOn(sql -> sql.contains("FROM ledger_account")).hasSize(1);
    assertThat(asked).filteredOn(sql -> sql.contains("FROM ledger_hold")).hasSizeLessThan(2);
    assertThat(asked).as("channel, market, catalog, shelves, dead holds").hasSize(5);
  }

  private static void furnish(Shop shop, List<LocationId> places, List<Sku> skus) {
    CallContext office =
        Shop.staff(ChannelService.EDIT, InventoryService.MANAGE, CatalogService.EDIT);
    ZoneId zone = ZoneId.of("Europe/London");
    shop.catalog().save(office, skus.stream().map(sku -> CatalogEntry.of(sku, "Thing")).toList());
    for (LocationId place : places) {
      shop.channels().save(office, Location.warehouse(place, "Place", zone));
      shop.inventory()
          .receive(
              office,
              IdempotencyKey.of("note-" + place),
              place,
              skus.stream().map(sku -> SkuQuantity.of(sku, Quantity.ONE)).toList());
    }
    shop.channels().save(office, new Channel(Shop.WEB, "Web", Channel.Kind.WEB, Shop.UK, places));
  }

  private Shop shop() {
    MutableClock clock = MutableClock.startingAt(Shop.START);
    JdbcConnectionPool pool =
        JdbcConnectionPool.create("jdbc:h2:mem:statements;DB_CLOSE_DELAY=-1", "sa", "");
    JdbcSchema.create(pool);
    return Shop.on(JdbcStorage.over(listened(pool)).clock(clock), clock);
  }

  private DataSource listened(DataSource real) {
    return proxy(
        DataSource.class,
        (method, arguments) -> {
          Object answer = method.invoke(real, arguments);
          return answer instanceof Connection connection ? listened(connection) : answer;
        });
  }

  private Connection listened(Connection real) {
    return proxy(
        Connection.class,
        (method, arguments) -> {
          Object answer = method.invoke(real, arguments);
          if (answer instanceof Statement && arguments != null) {
            asked.add(String.valueOf(arguments[0]));
          }
          return answer;
        });
  }

  private interface Call {
    Object on(Method method, Object[] arguments) throws ReflectiveOperationException;
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> {
              try {
                return call.on(method, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            }));
  }
}
