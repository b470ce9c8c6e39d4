package io.omnicommerce.contract;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * ABUSE 1: null for any required argument. Calls every public constructor and method of the given
 * types once for each of its reference parameters, with null there and samples everywhere else, and
 * expects a {@link NullPointerException} whose message names the parameter, before anything else
 * happens. A parameter marked {@code @Nullable} is left out, and so is what every class inherits
 * from {@link Object}.
 *
 * <pre>{@code
 * List<String> problems = NullArguments.with(samples).check(ExportedTypes.ofModuleOf(Money.class));
 * assertThat(problems).isEmpty();
 * }</pre>
 *
 * Names of parameters stand in class files compiled with {@code -parameters}. A parameter may also
 * be named by what it becomes: {@code withChannel(null)} may speak of the channel, and {@code
 * CartId.of(null)} of a cart.
 */
public final class NullArguments {

  /** What the JDK says when nobody checked, such as: because "amount" is null. */
  private static final Pattern HELPFUL = Pattern.compile(".* because \"(\\w+)\" is null");

  private final Map<Class<?>, Object> samples = new HashMap<>();
  private Predicate<Executable> checked = any -> true;

  private NullArguments() {
    builtIn();
  }

  /** With samples of the caller's own types, beside those of the JDK that everybody needs. */
  public static NullArguments with(Object... samples) {
    NullArguments arguments = new NullArguments();
    Arrays.stream(samples).forEach(sample -> arguments.samples.put(sample.getClass(), sample));
    return arguments;
  }

  /** With a sample for a type that is not the sample's own class: an interface, a function. */
  public <T> NullArguments sample(Class<T> type, T sample) {
    samples.put(type, sample);
    return this;
  }

  /** Leaves out constructors and methods; say why where you call this. */
  public NullArguments except(Predicate<Executable> leftOut) {
    checked = checked.and(leftOut.negate());
    return this;
  }

  /** What does not hold, one line each; empty if all is well. */
  public List<String> check(Collection<Class<?>> types) {
    List<String> problems = new ArrayList<>();
    for (Class<?> type : types) {
      for (Executable executable : executablesOf(type)) {
        check(executable, problems);
      }
    }
    return problems;
  }

  private List<Executable> executablesOf(Class<?> type) {
    List<Executable> all = new ArrayList<>(List.of(type.getDeclaredMethods()));
    if (!Modifier.isAbstract(type.getModifiers())) {
      all.addAll(List.of(type.getDeclaredConstructors()));
    }
    all.sort(Comparator.comparing(Executable::toString));
    return all.stream()
        .filter(e -> Modifier.isPublic(e.getModifiers()) && !Modifier.isAbstract(e.getModifiers()))
        .filter(e -> Modifier.isStatic(e.getModifiers()) || !type.isInterface() || has(type))
        .filter(e -> !e.isSynthetic() && !e.getName().equals("equals"))
        .filter(e -> !type.isEnum() || !e.getName().equals("valueOf"))
        .filter(checked)
        .toList();
  }

  /** The defaults of an interface are only called where there is something to call them on. */
  private boolean has(Class<?> type) {
    return samples.containsKey(type);
  }

  private void check(Executable executable, List<String> problems) {
    Parameter[] parameters = executable.getParameters();
    for (int i = 0; i < parameters.length; i++) {
      if (!parameters[i].getType().isPrimitive() && !isNullable(executable, i)) {
        problemOf(executable, i).ifPresent(problems::add);
      }
    }
  }

  private Optional<String> problemOf(Executable executable, int index) {
    String place = signature(executable) + ", parameter " + nameOf(executable, index);
    try {
      @Nullable Object[] arguments = arguments(executable);
      arguments[index] = null;
      call(executable, arguments);
      return Optional.of(place + ": null was accepted");
    } catch (InvocationTargetException thrown) {
      return thrown.getCause() instanceof NullPointerException refused
          ? isNamed(refused, executable, index)
              ? Optional.empty()
              : Optional.of(place + ": the refusal does not name it: " + refused.getMessage())
          : Optional.of(place + ": refused with " + thrown.getCause());
    } catch (MissingSample missing) {
      return Optional.of(place + ": no sample of " + missing.getMessage());
    } catch (ReflectiveOperationException e) {
      return Optional.of(place + ": " + e);
    }
  }

  private static String signature(Executable executable) {
    String type = executable.getDeclaringClass().getName();
    String name = executable instanceof Method ? "." + executable.getName() : "";
    return Arrays.stream(executable.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", type + name + "(", ")"));
  }

  private void call(Executable executable, @Nullable Object[] arguments)
      throws ReflectiveOperationException {
    if (executable instanceof Constructor<?> constructor) {
      constructor.newInstance(arguments);
    } else if (Modifier.isStatic(executable.getModifiers())) {
      ((Method) executable).invoke(null, arguments);
    } else {
      ((Method) executable).invoke(sampleOf(executable.getDeclaringClass()), arguments);
    }
  }

  private @Nullable Object[] arguments(Executable executable) {
    return Arrays.stream(executable.getParameterTypes()).map(this::sampleOf).toArray();
  }

  private Object sampleOf(Class<?> type) {
    Object sample = samples.get(type);
    if (sample == null) {
      sample = makeSample(type);
      samples.put(type, sample);
    }
    return sample;
  }

  private Object makeSample(Class<?> type) {
    if (type.isEnum()) {
      return type.getEnumConstants()[0];
    }
    if (type.isArray()) {
      return Array.newInstance(type.getComponentType(), 0);
    }
    if (type.isRecord()) {
      return makeRecord(type);
    }
    if (type.isSealed()) {
      return sampleOf(type.getPermittedSubclasses()[0]);
    }
    throw new MissingSample(type.getName());
  }

  private Object makeRecord(Class<?> type) {
    Class<?>[] parts =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(parts);
      return canonical.newInstance(arguments(canonical));
    } catch (ReflectiveOperationException e) {
      throw new MissingSample(type.getName() + " (" + reason(e) + ")");
    }
  }

  private static Throwable reason(ReflectiveOperationException e) {
    return e instanceof InvocationTargetException thrown ? thrown.getCause() : e;
  }

  private static boolean isNullable(Executable executable, int index) {
    return executable.getAnnotatedParameterTypes()[index].isAnnotationPresent(Nullable.class)
        || executable.getParameters()[index].isAnnotationPresent(Nullable.class);
  }

  private static boolean isNamed(NullPointerException refused, Executable executable, int index) {
    String message = String.valueOf(refused.getMessage());
    Matcher helpful = HELPFUL.matcher(message);
    String said = helpful.matches() ? helpful.group(1) : message;
    String method = executable.getName();
    return nameOf(executable, index).startsWith(said)
        || method.equalsIgnoreCase("with" + said)
        || (executable.getParameterTypes()[index] == String.class
            && startsWith(executable.getDeclaringClass().getSimpleName(), said));
  }

  private static boolean startsWith(String type, String said) {
    return type.toLowerCase(Locale.ROOT).startsWith(said.toLowerCase(Locale.ROOT));
  }

  private static String nameOf(Executable executable, int index) {
    return executable.getParameters()[index].getName();
  }

  private void builtIn() {
    put(1L, 1, true, 'a', (byte) 1, (short) 1);
    put(Instant.EPOCH, Duration.ofMinutes(1), Locale.ROOT);
    sample(ZoneId.class, ZoneOffset.UTC);
    put(BigDecimal.ONE, BigInteger.ONE, new byte[16], new long[] {1});
    put(Currency.getInstance("EUR"), LocalDate.EPOCH, LocalTime.NOON);
    put(Optional.empty(), OptionalLong.empty(), OptionalInt.empty());
    sample(String.class, "1"); // an id, a name and a number
    sample(Object.class, "sample");
    sample(CharSequence.class, "sample");
    sample(Comparable.class, "sample");
    sample(long.class, 1L);
    sample(int.class, 1);
    sample(short.class, (short) 1);
    sample(byte.class, (byte) 1);
    sample(char.class, 'a');
    sample(boolean.class, true);
    sample(List.class, List.of());
    sample(Collection.class, List.of());
    sample(Iterable.class, List.of());
    sample(Set.class, Set.of());
    sample(Map.class, Map.of());
    sample(SortedSet.class, new TreeSet<>());
    sample(SortedMap.class, new TreeMap<>());
    sample(Throwable.class, new IllegalStateException("sample"));
    sample(Runnable.class, () -> {});
    sample(Function.class, any -> any);
    sample(Supplier.class, () -> "sample");
    sample(Predicate.class, any -> true);
    sample(Consumer.class, any -> {});
  }

  private void put(Object... more) {
    Arrays.stream(more).forEach(sample -> samples.put(sample.getClass(), sample));
  }

  /** A type that nobody has given a sample of. */
  private static final class MissingSample extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MissingSample(String type) {
      super(type);
    }
  }
}
