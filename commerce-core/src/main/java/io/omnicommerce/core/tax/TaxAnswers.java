package io.omnicommerce.core.tax;

import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The last answer of the tax service about each cart, by the cart's id: whoever asks about the same
 * content, in whichever process, gets the first answer.
 */
public final class TaxAnswers {

  static final DocumentType<FrozenTaxes> TYPE =
      DocumentType.of("tax_answer", Json.codec(FrozenTaxes.class));

  private static final Codec<TaxQuestion> QUESTION = Json.codec(TaxQuestion.class);

  private TaxAnswers() {}

  /** What the service has said to a question, not too long ago. */
  public static Optional<ExternalTaxes> find(
      Session session, String subject, TaxQuestion question) {
    return session
        .documents()
        .find(TYPE, subject)
        .map(Stored::value)
        .filter(known -> known.content().equals(content(question)))
        .filter(known -> session.now().isBefore(known.at().plus(TaxService.ANSWER_LIFE)))
        .map(FrozenTaxes::answer);
  }

  /** Keeps an answer, unless there is one to this question already: the first counts. */
  public static void freeze(
      Session session, String subject, TaxQuestion question, ExternalTaxes answer) {
    if (find(session, subject, question).isEmpty()) {
      FrozenTaxes frozen = new FrozenTaxes(subject, content(question), answer, question.at());
      Saves.replace(session, TYPE, List.of(frozen), FrozenTaxes::subject);
    }
  }

  private static String content(TaxQuestion question) {
    TaxQuestion timeless =
        new TaxQuestion(
            question.tenant(),
            question.customer(),
            question.origin(),
            question.destination(),
            question.currency(),
            question.pricesIncludeTax(),
            question.items(),
            Instant.EPOCH);
    return Fingerprint.of(QUESTION.encode(timeless));
  }
}
