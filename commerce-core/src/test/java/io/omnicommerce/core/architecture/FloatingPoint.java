package io.omnicommerce.core.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassReader;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.ClassVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.MethodVisitor;
import com.tngtech.archunit.thirdparty.org.objectweb.asm.Opcodes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Looks at each instruction, since a local variable or an intermediate result of floating point
 * appears in no signature.
 */
final class FloatingPoint {

  // spotless:off
  private static final Set<Integer> INSTRUCTIONS = Set.of(
      Opcodes.FCONST_0, Opcodes.FCONST_1, Opcodes.FCONST_2, Opcodes.DCONST_0, Opcodes.DCONST_1,
      Opcodes.FLOAD,    Opcodes.FSTORE,   Opcodes.DLOAD,    Opcodes.DSTORE,
      Opcodes.FALOAD,   Opcodes.FASTORE,  Opcodes.DALOAD,   Opcodes.DASTORE,
      Opcodes.FADD,     Opcodes.FSUB,     Opcodes.FMUL,     Opcodes.FDIV, Opcodes.FREM, Opcodes.FNEG,
      Opcodes.DADD,     Opcodes.DSUB,     Opcodes.DMUL,     Opcodes.DDIV, Opcodes.DREM, Opcodes.DNEG,
      Opcodes.I2F,      Opcodes.I2D,      Opcodes.L2F,      Opcodes.L2D,
      Opcodes.F2I,      Opcodes.F2L,      Opcodes.F2D,      Opcodes.D2I,  Opcodes.D2L,  Opcodes.D2F,
      Opcodes.FCMPL,    Opcodes.FCMPG,    Opcodes.DCMPL,    Opcodes.DCMPG,
      Opcodes.FRETURN,  Opcodes.DRETURN);
  // spotless:on

  private FloatingPoint() {}

  static ArchCondition<JavaClass> calculate() {
    return new ArchCondition<>("calculate in floating point") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        scan(
            type,
            (method, instruction) ->
                events.add(
                    SimpleConditionEvent.satisfied(
                        type, type.getName() + '.' + method + ": " + instruction)));
      }
    };
  }

  private static void scan(JavaClass type, BiConsumer<String, String> found) {
    try (InputStream bytes = type.getSource().orElseThrow().getUri().toURL().openStream()) {
      new ClassReader(bytes).accept(new Methods(found), ClassReader.SKIP_FRAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Methods extends ClassVisitor {
    private final BiConsumer<String, String> found;

    Methods(BiConsumer<String, String> found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new Instructions(name, found);
    }
  }

  private static final class Instructions extends MethodVisitor {
    private final String method;
    private final BiConsumer<String, String> found;

    Instructions(String method, BiConsumer<String, String> found) {
      super(Opcodes.ASM9);
      this.method = method;
      this.found = found;
    }

    @Override
    public void visitInsn(int opcode) {
      if (INSTRUCTIONS.contains(opcode)) {
        found.accept(method, "instruction " + opcode);
      }
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
      if (INSTRUCTIONS.contains(opcode)) {
        found.accept(method, "variable " + variable);
      }
    }

    @Override
    public void visitLdcInsn(Object value) {
      if (value instanceof Double || value instanceof Float) {
        found.accept(method, "constant " + value);
      }
    }
  }
}
