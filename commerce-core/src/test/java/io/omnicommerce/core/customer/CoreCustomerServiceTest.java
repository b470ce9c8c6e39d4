package io.omnicommerce.core.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.VersionConflictException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.storage.ListeningStorage;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerEvent;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.storage.EventEnvelope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreCustomerServiceTest {

  private static final CallContext OFFICE = Shop.staff(CustomerService.EDIT, CustomerService.VIEW);
  private static final CallContext CLERK = Shop.clerk(CustomerService.VIEW);
  private static final Email EMAIL = Email.of("ada@example.com");
  private static final Phone PHONE = Phone.of("+442079460018");
  private static final Customer NEW_ADA =
      Customer.of(Shop.ADA_ID, "Ada Lovelace")
          .withEmail(EMAIL)
          .withPhone(PHONE)
          .withCard("CARD-1")
          .withGroup("wholesale");
  private static final Customer NEW_BOB = Customer.of(Shop.BOB_ID, "Bob");

  private final Shop shop = Shop.open();
  private final CustomerService customers = new CoreCustomerService(shop.storage());

  @Test
  void a_new_customer_has_version_one_and_each_change_adds_one() {
    Customer added = customers.save(OFFICE, NEW_ADA);
    Customer changed = customers.save(OFFICE, added.withGroup("staff"));

    assertThat(added).isEqualTo(NEW_ADA.withVersion(Version.of(1)));
    assertThat(changed.version()).isEqualTo(Version.of(2));
    assertThat(customers.get(OFFICE, Shop.ADA_ID)).isEqualTo(changed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", " ADA@Example.COM ", "ada@ｅxample.com"})
  void an_email_is_found_in_whatever_form_it_is_written(String written) {
    Customer ada = customers.save(OFFICE, NEW_ADA);

    assertThat(customers.findByEmail(CLERK, Email.of(written))).contains(ada);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+442079460018", "+44 20 7946 0018", "+44 (20) 7946-0018"})
  void a_telephone_number_is_found_in_whatever_form_it_is_written(String written) {
    Customer ada = customers.save(OFFICE, NEW_ADA);

    assertThat(customers.findByPhone(CLERK, Phone.of(written))).contains(ada);
  }

  @Test
  void a_card_is_found_as_long_as_the_customer_has_it() {
    Customer ada = customers.save(OFFICE, NEW_ADA);
    Optional<Customer> before = customers.findByCard(CLERK, "CARD-1");
    customers.save(
        OFFICE, Customer.of(Shop.ADA_ID, "Ada").withVersion(ada.version()).withCard("CARD-2"));

    assertThat(before).contains(ada);
    assertThat(customers.findByCard(CLERK, "CARD-1")).isEmpty();
    assertThat(customers.findByCard(CLERK, "CARD-2")).isPresent();
    assertThat(customers.findByEmail(CLERK, EMAIL)).isEmpty();
  }

  @Test
  void a_key_that_was_taken_from_a_customer_finds_nobody() {
    Customer ada = customers.save(OFFICE, NEW_ADA);

    Customer bare =
        customers.save(
            OFFICE,
            ada.withName("Ada King")
                .withoutEmail(EMAIL)
                .withoutPhone(PHONE)
                .withoutCard("CARD-1")
                .withoutGroup("wholesale"));

    assertThat(bare).isEqualTo(Customer.of(Shop.ADA_ID, "Ada King").withVersion(Version.of(2)));
    assertThat(customers.findByEmail(CLERK, EMAIL)).isEmpty();
  }

  @Test
  void saving_as_new_who_is_saved_already_is_told_apart_from_somebody_elses_key() {
    customers.save(OFFICE, NEW_ADA);

    assertThatThrownBy(() -> customers.save(OFFICE, NEW_ADA))
        .hasMessageContaining("is saved already")
        .hasMessageContaining("Read it and change what was read");
  }

  @Test
  void no_two_customers_share_a_key() {
    customers.save(OFFICE, NEW_ADA);
    customers.save(OFFICE, NEW_BOB);
    String before = dump();

    for (Customer wanted :
        List.of(
            NEW_BOB.withVersion(Version.of(1)).withEmail(EMAIL),
            NEW_BOB.withVersion(Version.of(1)).withPhone(PHONE),
            NEW_BOB.withVersion(Version.of(1)).withCard("CARD-1"),
            NEW_BOB)) {
      assertThatThrownBy(() -> customers.save(OFFICE, wanted))
          .hasMessageNotContaining("ada")
          .extracting(thrown -> ((CommerceException) thrown).code())
          .isEqualTo(CustomerService.KEY_TAKEN);
    }
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void a_key_may_pass_to_another_customer_once_it_is_given_up() {
    Customer ada = customers.save(OFFICE, NEW_ADA);
    customers.save(OFFICE, Customer.of(Shop.ADA_ID, "Ada").withVersion(ada.version()));

    Customer bob = customers.save(OFFICE, NEW_BOB.withCard("CARD-1"));

    assertThat(customers.findByCard(CLERK, "CARD-1")).contains(bob);
  }

  @Test
  void the_same_key_in_another_tenant_is_another_customer() {
    customers.save(OFFICE, NEW_ADA);
    CallContext other = CallContext.of(TenantId.of("globex"), Shop.WEB, OFFICE.actor());

    Customer theirs = customers.save(other, NEW_ADA);

    assertThat(theirs.version()).isEqualTo(Version.of(1));
    assertThat(customers.findByEmail(other, EMAIL)).contains(theirs);
  }

  @Test
  void a_change_on_the_ground_of_an_old_version_is_refused() {
    Customer first = customers.save(OFFICE, NEW_ADA);
    customers.save(OFFICE, first.withGroup("staff"));

    assertThatThrownBy(() -> customers.save(OFFICE, first.withGroup("press")))
        .isInstanceOf(VersionConflictException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(CustomerService.VERSION_CONFLICT);
    assertThat(customers.get(OFFICE, Shop.ADA_ID).groups()).containsExactly("staff", "wholesale");
  }

  @Test
  void a_change_of_somebody_who_was_never_saved_is_refused() {
    assertThatThrownBy(() -> customers.save(OFFICE, NEW_ADA.withVersion(Version.of(3))))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void customers_change_their_own_name_emails_and_phones() {
    Customer ada = customers.save(OFFICE, NEW_ADA);

    Customer changed = customers.save(Shop.ADA, ada.withEmail(Email.of("countess@example.com")));

    assertThat(changed.emails()).hasSize(2);
    assertThat(customers.findByEmail(Shop.ADA, Email.of("countess@example.com"))).contains(changed);
  }

  @Test
  void customers_change_neither_their_groups_nor_their_cards_nor_anybody_else() {
    Customer ada = customers.save(OFFICE, NEW_ADA);
    Customer bob = customers.save(OFFICE, NEW_BOB);
    String before = dump();

    for (Customer wanted :
        List.of(
            ada.withGroup("vip"),
            ada.withCard("CARD-9"),
            bob.withEmail(Email.of("ada2@example.com")),
            Customer.of(CustomerId.of("eve"), "Eve"))) {
      assertThatThrownBy(() -> customers.save(Shop.ADA, wanted))
          .isInstanceOf(ForbiddenException.class);
    }
    assertThat(dump()).isEqualTo(before);
  }

  @Test
  void a_stranger_and_somebody_who_does_not_exist_look_alike() {
    customers.save(OFFICE, NEW_ADA);
    customers.save(OFFICE, NEW_BOB);

    Throwable theirs = catchThrowable(() -> customers.get(Shop.ADA, Shop.BOB_ID));
    Throwable nobody = catchThrowable(() -> customers.get(Shop.ADA, CustomerId.of("zoe")));

    assertThat(theirs).isInstanceOf(NotFoundException.class);
    assertThat(theirs.getMessage().replace("bob", "zoe")).isEqualTo(nobody.getMessage());
    assertThat(customers.findByEmail(Shop.BOB, EMAIL)).isEmpty();
    assertThat(customers.findByPhone(Shop.GUEST, PHONE)).isEmpty();
    assertThat(customers.findByCard(Shop.BOB, "CARD-1")).isEmpty();
    assertThat(customers.findByEmail(Shop.ADA, EMAIL)).isPresent();
  }

  @Test
  void a_clerk_whose_number_is_a_customers_id_is_not_that_customer() {
    customers.save(OFFICE, NEW_ADA);
    CallContext clerk = Shop.context(Shop.STORE, Actor.staff(Shop.ADA_ID.value()));

    assertThatThrownBy(() -> customers.get(clerk, Shop.ADA_ID))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void groups_and_cards_are_known_to_the_rooms_that_ask() {
    customers.save(OFFICE, NEW_ADA);

    shop.storage()
        .inTransaction(
            Shop.ADA,
            session -> {
              assertThat(CustomerDocuments.groups(session, Optional.of(Shop.ADA_ID)))
                  .isEqualTo(Set.of("wholesale"));
              assertThat(CustomerDocuments.cards(session, Optional.of(Shop.ADA_ID)))
                  .containsExactly("CARD-1");
              assertThat(CustomerDocuments.groups(session, Optional.of(Shop.BOB_ID))).isEmpty();
              assertThat(CustomerDocuments.cards(session, Optional.empty())).isEmpty();
              return 0;
            });
  }

  @Test
  void every_change_is_told_and_holds_no_personal_data() {
    List<EventEnvelope> told = new ArrayList<>();
    CustomerService listened =
        new CoreCustomerService(
            new ListeningStorage(shop.storage(), List.of(told::add), Runnable::run));

    listened.save(OFFICE, listened.save(OFFICE, NEW_ADA).withGroup("staff"));

    assertThat(told)
        .extracting(envelope -> envelope.event())
        .containsExactly(
            new CustomerEvent.CustomerAdded(Shop.ADA_ID),
            new CustomerEvent.CustomerChanged(Shop.ADA_ID));
    assertThat(told).extracting(envelope -> envelope.version().value()).containsExactly(1L, 2L);
  }

  @Test
  void the_number_of_keys_is_limited_and_the_limit_is_named() {
    Customer many = NEW_BOB;
    for (int i = 0; i < Customer.KEYS_MAX; i++) {
      many = many.withCard("C" + i);
    }
    Customer full = many;

    assertThat(customers.save(OFFICE, full).cards()).hasSize(Customer.KEYS_MAX);
    assertThatThrownBy(() -> full.withCard("one more"))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("cardsMax");
  }

  private String dump() {
    return shop.storage()
        .inTransaction(
            OFFICE, session -> session.documents().listSmall(CustomerDocuments.TYPE).toString());
  }
}
