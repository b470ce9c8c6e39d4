package io.omnicommerce.core.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.storage.Codec;
import org.jspecify.annotations.Nullable;

/**
 * The one mapping of words to JSON. Equal values have equal text; what is unknown, double or
 * trailing is refused; a type is never named by the data, except as one of the closed set that its
 * place allows.
 */
public final class Json {

  public static final ErrorCode INVALID = ErrorCode.of("json.invalid_payload");

  private static final int DEPTH_MAX = 50;
  private static final int TEXT_MAX = 1 << 20;
  private static final int NUMBER_MAX = 64;
  private static final long DOCUMENT_MAX = 64L << 20;

  private static final JsonMapper MAPPER = mapper();

  private Json() {}

  /** The written form of a type. */
  public static <T> Codec<T> codec(Class<T> type) {
    return new TypeCodec<>(type);
  }

  /** The written form of events. */
  public static Codec<DomainEvent> events() {
    return EventCodec.INSTANCE;
  }

  static JsonMapper shared() {
    return MAPPER;
  }

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH_MAX)
                    .maxStringLength(TEXT_MAX)
                    .maxNumberLength(NUMBER_MAX)
                    .maxDocumentLength(DOCUMENT_MAX)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    return JsonMapper.builder(factory)
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .addModule(new WordsModule())
        .annotationIntrospector(new SealedTypes())
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS))
        // A record is its components; what else it can say, as isEmpty(), is no part of it.
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        // A number is no text, 3.9 is not 3, and "3" is not 3 either.
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfig(LogicalType.Textual, Json::textsOnly)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(
            SerializationFeature.WRITE_DATES_AS_TIMESTAMPS,
            SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        // A type is taken apart when it is first written or read: most hosts start without most.
        .disable(SerializationFeature.EAGER_SERIALIZER_FETCH)
        .disable(DeserializationFeature.EAGER_DESERIALIZER_FETCH)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }

  private static void textsOnly(MutableCoercionConfig texts) {
    texts
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  private static final class TypeCodec<T> implements Codec<T> {
    private final ObjectWriter writer;
    private final ObjectReader reader;

    TypeCodec(Class<T> type) {
      writer = MAPPER.writerFor(type);
      reader = MAPPER.readerFor(type);
    }

    @Override
    public String encode(T value) {
      try {
        return writer.writeValueAsString(value);
      } catch (JsonProcessingException unwritable) {
        throw new IllegalStateException(
            "A " + value.getClass().getSimpleName() + " cannot be written", unwritable);
      }
    }

    @Override
    public T decode(String text) {
      try {
        @Nullable T value = reader.readValue(text);
        if (value == null) {
          throw invalid("a value is expected here");
        }
        return value;
      } catch (JsonProcessingException unreadable) {
        throw invalid(unreadable);
      }
    }
  }

  static InvalidInputException invalid(JsonProcessingException unreadable) {
    return invalid(unreadable.getOriginalMessage());
  }

  static InvalidInputException invalid(String reason) {
    return new InvalidInputException(
        INVALID, "json", reason, "must have the form that was written");
  }
}
