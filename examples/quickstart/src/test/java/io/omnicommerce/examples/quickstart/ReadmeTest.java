package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
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
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's lines are compiled and run as they stand. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ReadmeTest {

  private static final Path README = Path.of("..", "..", "README.md");
  private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  private static final List<String> IMPORTS =
      List.of(
          "io.omnicommerce",
          "io.omnicommerce.cart",
          "io.omnicommerce.catalog",
          "io.omnicommerce.channel",
          "io.omnicommerce.checkout",
          "io.omnicommerce.common",
          "io.omnicommerce.core",
          "io.omnicommerce.customer",
          "io.omnicommerce.delivery",
          "io.omnicommerce.inmemory",
          "io.omnicommerce.inventory",
          "io.omnicommerce.money",
          "io.omnicommerce.payment",
          "io.omnicommerce.price",
          "java.time",
          "java.util");

  @TempDir Path classes;

  @Test
  void the_start_in_the_readme_compiles_and_places_an_order() throws Exception {
    String start = javaOf(README);

    String printed = run(compiled(start));

    assertThat(printed).startsWith("Thank you, order ");
  }

  private static String javaOf(Path page) throws IOException {
    Matcher block = JAVA.matcher(Files.readString(page));
    assertThat(block.find()).as("a java block in " + page).isTrue();
    return block.group(1);
  }

  private Method compiled(String lines) throws Exception {
    StringBuilder source = new StringBuilder();
    IMPORTS.forEach(name -> source.append("import ").append(name).append(".*;\n"));
    source
        .append("public class Start { public static void main(String[] args) {\n")
        .append(lines)
        .append("}}");
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter problems = new StringWriter();
    boolean done =
        compiler
            .getTask(
                problems,
                null,
                null,
                List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-proc:none"),
                null,
                List.of(new Source(source.toString())))
            .call();
    assertThat(done).as(problems.toString()).isTrue();
    URLClassLoader loader =
        new URLClassLoader(new URL[] {classes.toUri().toURL()}, getClass().getClassLoader());
    return loader.loadClass("Start").getMethod("main", String[].class);
  }

  private static String run(Method main) throws Exception {
    PrintStream console = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      main.invoke(null, (Object) new String[0]);
    } finally {
      System.setOut(console);
    }
    return printed.toString(StandardCharsets.UTF_8);
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
