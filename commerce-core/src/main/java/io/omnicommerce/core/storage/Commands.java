package io.omnicommerce.core.storage;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.SessionHash;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Optional;

/**
 * Commands that are carried out once. What was done under a key is written in the transaction that
 * did it, so a repeat finds the result and a refused command leaves nothing. A key belongs to one
 * command, and to one subject unless the command is anybody's.
 */
public final class Commands {

  /** What was done under a key. */
  public record Done(String content, String result) {}

  public static final DocumentType<Done> TYPE = DocumentType.of("command", Json.codec(Done.class));

  private Commands() {}

  /**
   * The result of the command, if it was carried out before.
   *
   * @param content everything the caller asked for, as text
   * @throws IdempotencyMismatchException if it was carried out with other content
   */
  public static Optional<String> resultOf(
      Session session, String command, IdempotencyKey key, String content) {
    return resultOf(session, id(session, command, key), command, key, content);
  }

  /** As {@link #resultOf}, whoever of the tenant carried it out. */
  public static Optional<String> resultOfAnybody(
      Session session, String command, IdempotencyKey key, String content) {
    return resultOf(session, id(command, key), command, key, content);
  }

  private static Optional<String> resultOf(
      Session session, String id, String command, IdempotencyKey key, String content) {
    Optional<Stored<Done>> done = session.documents().find(TYPE, id);
    if (done.isEmpty()) {
      return Optional.empty();
    }
    Done known = done.get().value();
    if (!known.content().equals(Fingerprint.of(content))) {
      throw new IdempotencyMismatchException(command, key.value());
    }
    return Optional.of(known.result());
  }

  /** What to save so that a repeat of the command is recognized. */
  public static DocumentWrite<Done> done(
      Session session, String command, IdempotencyKey key, String content, String result) {
    return DocumentWrite.create(
        TYPE, id(session, command, key), new Done(Fingerprint.of(content), result));
  }

  /** As {@link #done}, to be recognized whoever of the tenant repeats it. */
  public static DocumentWrite<Done> doneByAnybody(
      String command, IdempotencyKey key, String content, String result) {
    return DocumentWrite.create(TYPE, id(command, key), new Done(Fingerprint.of(content), result));
  }

  /** Apart from the ids of commands with a subject, which begin with a length. */
  private static String id(String command, IdempotencyKey key) {
    return command + "//" + key;
  }

  private static String id(Session session, String command, IdempotencyKey key) {
    return command + '/' + owned(session.context().actor(), key);
  }

  /**
   * A key of a subject, apart from every other key of every other subject: both may hold slashes,
   * so the length says where the subject ends.
   */
  public static String owned(Actor actor, IdempotencyKey key) {
    String subject = subject(actor);
    return subject.length() + "/" + subject + '/' + key;
  }

  /** A guest's label is too short to keep guests apart for good. */
  private static String subject(Actor actor) {
    return actor.kind() == Actor.Kind.GUEST
        ? "guest:" + SessionHash.of(actor.id()).value()
        : actor.label();
  }
}
