package evens.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.util.Arrays;

/**
 * Loads our classes once more, one of them with a fault. The sources never hear of it, and the
 * simulator in there is the same that runs in every check.
 */
final class Planted extends ClassLoader {
    /** Seeds instead of seconds: a slow machine finds the same. */
    static final String SEEDS = "2000";

    private final String faulty;
    private final String methods;
    private final CodeTransform fault;
    private boolean loaded;

    private Planted(String faulty, String methods, CodeTransform fault) {
        super(Planted.class.getClassLoader());
        this.faulty = faulty;
        this.methods = methods;
        this.fault = fault;
    }

    /** What the simulator said: its exit code first. */
    record Verdict(int exitCode, String output) {}

    /**
     * Runs the simulator with a fault in a method.
     *
     * @param type name of the class that has it
     * @param methods its name, or a pattern of names; of several the fault is in each
     */
    static Verdict simulate(String type, String methods, CodeTransform fault, String... arguments) {
        Planted loader = new Planted(type, methods, fault);
        StringWriter output = new StringWriter();
        try {
            Object exitCode =
                    loader.loadClass(Main.class.getName())
                            .getMethod("run", String[].class, PrintWriter.class)
                            .invoke(null, arguments, new PrintWriter(output, true));
            if (!loader.loaded) {
                throw new IllegalStateException("nobody needed " + type);
            }
            return new Verdict((int) exitCode, output.toString());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The simulator finds the fault. */
    static void finds(String type, String methods, CodeTransform fault) {
        long started = System.nanoTime();
        Verdict verdict = simulate(type, methods, fault, "--seeds", SEEDS, "--no-shrink");
        assertThat(verdict.output()).contains(" is red: ", "repeat with: ");
        assertThat(verdict.exitCode()).isEqualTo(1);
        System.out.printf(
                "canary in %s.%s found in %.1f s: %s%n",
                type,
                methods,
                (System.nanoTime() - started) / 1e9,
                verdict.output().lines().findFirst().orElse(""));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            if (!name.startsWith("evens.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> known = findLoadedClass(name);
            return known == null ? define(name) : known;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        byte[] bytes = bytes(name);
        if (name.equals(faulty)) {
            loaded = true;
            byte[] changed = with(fault, bytes);
            if (Arrays.equals(changed, with(CodeTransform.ACCEPT_ALL, bytes))) {
                throw new IllegalStateException("the fault changes nothing in " + name);
            }
            bytes = changed;
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    private byte[] with(CodeTransform change, byte[] bytes) {
        ClassFile classFile = ClassFile.of();
        return classFile.transformClass(
                classFile.parse(bytes),
                ClassTransform.transformingMethodBodies(
                        model -> model.methodName().stringValue().matches(methods), change));
    }

    private byte[] bytes(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
