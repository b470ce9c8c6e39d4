package io.omnicommerce.core.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.omnicommerce.common.spi.SecretGenerator;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is not called anywhere in api and core, as conditions that report each place. */
final class Bans {

  private static final Set<String> FLOATING =
      Set.of("double", "float", "java.lang.Double", "java.lang.Float", "[D", "[F");

  /** Methods and constructors whose answer depends on the machine, the moment or chance. */
  private static final Pattern DIFFERS =
      Pattern.compile(
          String.join(
              "|",
              "java\\.time\\.\\w+(\\.chrono)?\\.now\\(.*",
              "java\\.time\\.(Clock|InstantSource)\\.(system|tick)\\w*\\(.*",
              "java\\.time\\.ZoneId\\.systemDefault\\(\\)",
              "java\\.time\\.format\\.DateTimeFormatter\\.(ofPattern\\(java\\.lang\\.String\\)"
                  + "|ofLocalized\\w+\\(.*)",
              "java\\.util\\.(Date|GregorianCalendar)\\.<init>\\(\\)",
              "java\\.util\\.Calendar\\.getInstance\\(.*",
              "java\\.util\\.TimeZone\\.getDefault\\(\\)",
              "java\\.util\\.UUID\\.randomUUID\\(\\)",
              "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(.*",
              "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(\\)",
              "java\\.util\\.random\\..*",
              "java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)\\(.*",
              "java\\.lang\\.Math\\.random\\(\\)",
              "java\\.lang\\.System\\.(currentTimeMillis|nanoTime|identityHashCode)\\(.*",
              "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)",
              "java\\.util\\.Locale\\.getDefault\\(.*",
              "java\\.lang\\.String\\.(toLowerCase|toUpperCase|getBytes)\\(\\)",
              "java\\.lang\\.String\\.<init>\\(\\[B(, int, int)?\\)",
              "java\\.lang\\.String\\.format\\(java\\.lang\\.String, .*",
              "java\\.lang\\.String\\.formatted\\(.*",
              "java\\.util\\.Formatter\\.<init>\\((java\\.lang\\.Appendable)?\\)",
              "java\\.text\\.(Number|Date|Message)Format\\.(get\\w*Instance\\(\\)|format\\("
                  + "java\\.lang\\.String.*)",
              "java\\.text\\.(DecimalFormat|SimpleDateFormat|MessageFormat)\\.<init>\\("
                  + "(java\\.lang\\.String)?\\)",
              "java\\.text\\.Collator\\.getInstance\\(\\)",
              "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(\\)",
              "java\\.io\\.(InputStreamReader|OutputStreamWriter)\\.<init>\\("
                  + "java\\.io\\.(In|Out)putStream\\)",
              "java\\.io\\.(FileReader|FileWriter|PrintStream|PrintWriter)\\.<init>\\("
                  + "java\\.(io\\.File|lang\\.String|io\\.OutputStream)\\)",
              "java\\.io\\.ByteArrayOutputStream\\.toString\\(\\)"));

  private static final Pattern THREADS =
      Pattern.compile(
          String.join(
              "|",
              "java\\.lang\\.Thread\\.(<init>|start|sleep)\\(.*",
              "java\\.util\\.Timer\\.<init>\\(.*",
              "java\\.util\\.concurrent\\.Executors\\..*",
              "java\\.util\\.concurrent\\.(ThreadPool|ScheduledThreadPool)Executor\\.<init>\\(.*",
              "java\\.util\\.concurrent\\.ForkJoinPool\\..*",
              "java\\.util\\.concurrent\\.CompletableFuture\\.\\w*Async\\(.*",
              "java\\.util\\.concurrent\\.CompletableFuture\\.delayedExecutor\\(.*",
              "java\\.util\\.Collection\\.parallelStream\\(\\)",
              "java\\.util\\.stream\\.\\w+\\.parallel\\(\\)"));

  private Bans() {}

  static ArchCondition<JavaClass> callWhatDiffersFromRunToRun() {
    return accesses(
        "call what differs from run to run",
        access -> DIFFERS.matcher(nameOf(access)).matches() && !isADefault(access));
  }

  static ArchCondition<JavaClass> startThreads() {
    return accesses("start threads", access -> THREADS.matcher(nameOf(access)).matches());
  }

  static ArchCondition<JavaClass> notDeclare(String method) {
    return new ArchCondition<>("not declare " + method) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getMethods().stream()
            .filter(declared -> declared.getName().equals(method))
            .forEach(m -> events.add(SimpleConditionEvent.violated(m, m.getDescription())));
      }
    };
  }

  static ArchCondition<JavaClass> touchFloatingPoint() {
    return new ArchCondition<>("touch double or float") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (JavaField field : type.getFields()) {
          if (isFloating(field.getRawType())) {
            events.add(SimpleConditionEvent.satisfied(field, field.getDescription()));
          }
        }
        for (JavaCodeUnit unit : type.getCodeUnits()) {
          if (signature(unit.getRawReturnType(), unit.getRawParameterTypes())) {
            events.add(SimpleConditionEvent.satisfied(unit, unit.getDescription()));
          }
        }
        for (var call : type.getCodeUnitCallsFromSelf()) {
          var target = call.getTarget();
          if (signature(target.getRawReturnType(), target.getRawParameterTypes())) {
            events.add(SimpleConditionEvent.satisfied(call, call.getDescription()));
          }
        }
      }
    };
  }

  /**
   * Two defaults are written down in the engine's builder or behind a port of their own: the
   * system's clock and the JDK's source of secrets.
   */
  private static boolean isADefault(JavaAccess<?> access) {
    JavaClass origin = access.getOriginOwner();
    String name = nameOf(access);
    boolean engine = origin.getName().startsWith("io.omnicommerce.core.CommerceEngine");
    boolean secrets = origin.isAssignableTo(SecretGenerator.class);
    return (name.startsWith(SecureRandom.class.getName()) && (engine || secrets))
        || (name.startsWith("java.time.InstantSource.system(") && engine);
  }

  private static ArchCondition<JavaClass> accesses(String what, Predicate<JavaAccess<?>> banned) {
    return new ArchCondition<>(what) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        Stream.concat(
                type.getAccessesFromSelf().stream(),
                Stream.concat(
                    type.getMethodReferencesFromSelf().stream(),
                    type.getConstructorReferencesFromSelf().stream()))
            .filter(banned)
            .forEach(a -> events.add(SimpleConditionEvent.satisfied(a, a.getDescription())));
      }
    };
  }

  private static String nameOf(JavaAccess<?> access) {
    return access.getTarget().getFullName();
  }

  private static boolean signature(JavaClass answer, List<JavaClass> parameters) {
    List<JavaClass> all = new ArrayList<>(parameters);
    all.add(answer);
    return all.stream().anyMatch(Bans::isFloating);
  }

  private static boolean isFloating(JavaClass type) {
    return FLOATING.contains(type.getBaseComponentType().getName());
  }
}
