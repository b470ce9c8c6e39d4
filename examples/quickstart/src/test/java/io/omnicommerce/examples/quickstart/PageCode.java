package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** The Java of a page, as a program that can be compiled and run. */
record PageCode(String lines) {

  private static final Path ROOT = Path.of("..", "..");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final Pattern RECORD =
      Pattern.compile("^\\|.*\\| `(new [^`]+)` \\|$", Pattern.MULTILINE);

  /** The blocks of a page, in their order. */
  static List<PageCode> blocksOf(String page) {
    try {
      Matcher blocks = JAVA.matcher(Files.readString(ROOT.resolve(page)));
      List<PageCode> found = blocks.results().map(block -> new PageCode(block.group(1))).toList();
      assertThat(found).as("java blocks in " + page).isNotEmpty();
      return found;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The records that rows of tables end with. */
  static List<String> recordsOf(String page) throws IOException {
    return RECORD
        .matcher(Files.readString(ROOT.resolve(page)))
        .results()
        .map(row -> row.group(1))
        .toList();
  }

  /** All blocks of a page, one after the other. */
  static PageCode of(String page) {
    return blocksOf(page).stream().reduce(new PageCode(""), PageCode::then);
  }

  PageCode then(PageCode next) {
    return new PageCode(lines + next.lines());
  }

  PageCode with(String there, String instead) {
    assertThat(lines).contains(there);
    return new PageCode(lines.replace(there, instead));
  }

  /** Up to the line that begins so. */
  PageCode until(String line) {
    int end = lines.indexOf("\n" + line);
    assertThat(end).as(line).isPositive();
    return new PageCode(lines.substring(0, end + 1));
  }

  /** What it prints. */
  String run(Path classes) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    Method main = compiled(classes);
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
    } catch (InvocationTargetException failed) {
      throw new AssertionError("after it had printed: " + printed, failed.getCause());
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private Method compiled(Path classes) throws Exception {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    List<String> options =
        List.of(
            "-d", classes.toString(), "-cp", System.getProperty("java.class.path"), "-proc:none");
    boolean done =
        compiler.getTask(problems, null, null, options, null, List.of(new Source(source()))).call();
    assertThat(done).as(problems.toString()).isTrue();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    return loader.loadClass("Start").getMethod("main", String[].class);
  }

  /** Imports above a class, everything else in its main. */
  private String source() {
    return part(line -> line.startsWith("import "))
        + "public class Start { public static void main(String[] args) throws Exception {\n"
        + part(line -> !line.startsWith("import "))
        + "}}\n";
  }

  private String part(java.util.function.Predicate<String> which) {
    return lines.lines().filter(which).collect(Collectors.joining("\n", "", "\n"));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Start.java"), JavaFileObject.Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }
}
