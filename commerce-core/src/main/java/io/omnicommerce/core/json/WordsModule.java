package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.Deserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.Serializers;
import com.fasterxml.jackson.databind.type.CollectionType;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The short forms: an id is its text, money is {@code "GBP 12.34"}, a version is its number, a set
 * is sorted.
 */
final class WordsModule extends SimpleModule {

  private static final long serialVersionUID = 1L;

  WordsModule() {
    super("words");
    text(Money.class, Money::toString, Money::parse);
    text(UnitPrice.class, UnitPrice::toString, UnitPrice::parse);
    text(Quantity.class, Quantity::toString, Quantity::parse);
    addSerializer(Conventions.class, new ConventionsWriter());
    addDeserializer(Conventions.class, new ConventionsReader());
    addSerializer(Version.class, new NumberWriter());
    addDeserializer(Version.class, new NumberReader());
    setSerializerModifier(new SortedSets());
  }

  @Override
  public void setupModule(SetupContext context) {
    super.setupModule(context);
    context.addSerializers(new IdWriters());
    context.addDeserializers(new IdReaders());
  }

  private <T> void text(Class<T> type, Function<T, String> write, Function<String, T> read) {
    addSerializer(type, new TextWriter<>(write));
    addDeserializer(type, new TextReader<>(read));
  }

  /** Whether a type is one text with a name: a record of one component {@code value}. */
  private static boolean isId(Class<?> type) {
    if (!type.isRecord()) {
      return false;
    }
    RecordComponent[] parts = type.getRecordComponents();
    return parts.length == 1
        && parts[0].getType() == String.class
        && parts[0].getName().equals("value");
  }

  private static final class IdWriters extends Serializers.Base {
    @Override
    public @Nullable JsonSerializer<?> findSerializer(
        SerializationConfig config, JavaType type, BeanDescription description) {
      return isId(type.getRawClass()) ? new TextWriter<>(reader(type.getRawClass())) : null;
    }

    /** Not toString, in which personal data is hidden. */
    private static Function<Object, String> reader(Class<?> type) {
      try {
        MethodHandle accessor = MethodHandles.publicLookup().unreflect(type.getMethod("value"));
        return id -> (String) call(accessor, id);
      } catch (ReflectiveOperationException notPublic) {
        throw new IllegalStateException(type + " must have a public accessor", notPublic);
      }
    }
  }

  private static final class IdReaders extends Deserializers.Base {
    @Override
    public @Nullable JsonDeserializer<?> findBeanDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription description) {
      return isId(type.getRawClass()) ? new TextReader<>(maker(type.getRawClass())) : null;
    }

    @Override
    public boolean hasDeserializerFor(DeserializationConfig config, Class<?> type) {
      return isId(type);
    }

    private static Function<String, Object> maker(Class<?> type) {
      try {
        MethodHandle constructor =
            MethodHandles.publicLookup().unreflectConstructor(type.getConstructor(String.class));
        return text -> call(constructor, text);
      } catch (ReflectiveOperationException notPublic) {
        throw new IllegalStateException(type + " must have a public constructor", notPublic);
      }
    }
  }

  private static Object call(MethodHandle method, Object argument) {
    try {
      return method.invoke(argument);
    } catch (RuntimeException refused) {
      throw refused;
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static final class TextWriter<T> extends JsonSerializer<T> {
    private final Function<T, String> write;

    TextWriter(Function<T, String> write) {
      this.write = write;
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeString(write.apply(value));
    }
  }

  private static final class TextReader<T> extends JsonDeserializer<T> {
    private final Function<String, T> read;

    TextReader(Function<String, T> read) {
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() != JsonToken.VALUE_STRING) {
        return context.reportInputMismatch(this, "a text is expected here");
      }
      return read.apply(in.getText());
    }
  }

  private static final class ConventionsWriter extends JsonSerializer<Conventions> {
    @Override
    public void serialize(Conventions value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      provider.defaultSerializeValue(value.chosen(), out);
    }
  }

  private static final class ConventionsReader extends JsonDeserializer<Conventions> {
    private static final TypeReference<Map<String, String>> CHOSEN = new TypeReference<>() {};

    @Override
    public Conventions deserialize(JsonParser in, DeserializationContext context)
        throws IOException {
      Map<String, String> chosen =
          context.readValue(in, context.getTypeFactory().constructType(CHOSEN));
      try {
        return Conventions.of(chosen);
      } catch (InvalidInputException unknown) {
        return context.reportInputMismatch(this, "%s", unknown.getMessage());
      }
    }
  }

  private static final class NumberWriter extends JsonSerializer<Version> {
    @Override
    public void serialize(Version value, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeNumber(value.value());
    }
  }

  private static final class NumberReader extends JsonDeserializer<Version> {
    @Override
    public Version deserialize(JsonParser in, DeserializationContext context) throws IOException {
      if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        return (Version) context.reportInputMismatch(this, "a whole number is expected here");
      }
      return Version.of(in.getLongValue());
    }
  }

  /**
   * Sets without an order of their own are written sorted, so that equal values have equal text.
   */
  private static final class SortedSets extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifyCollectionSerializer(
        SerializationConfig config,
        CollectionType type,
        BeanDescription description,
        JsonSerializer<?> serializer) {
      boolean unordered =
          Set.class.isAssignableFrom(type.getRawClass())
              && !SortedSet.class.isAssignableFrom(type.getRawClass());
      return unordered ? new SetWriter() : serializer;
    }
  }

  private static final class SetWriter extends JsonSerializer<Collection<?>> {
    @Override
    public void serialize(Collection<?> values, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      List<Object> sorted = new ArrayList<>(values);
      sorted.sort(Comparator.comparing(Object::toString));
      out.writeStartArray();
      for (Object value : sorted) {
        provider.defaultSerializeValue(value, out);
      }
      out.writeEndArray();
    }
  }
}
