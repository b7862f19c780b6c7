package evens.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Runs this program again in a process of its own. What was compiled for one comparison is not what
 * another needs, so each begins with nothing compiled.
 */
final class Fresh {
    private Fresh() {}

    /**
     * Runs it to its end, and prints what it prints.
     *
     * @throws IllegalStateException if it did not succeed
     */
    static void run(PrintWriter out, String... arguments) {
        String program = ProcessHandle.current().info().command().orElse("java");
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        String classPath = System.getProperty("java.class.path");
        Collections.addAll(command, "--add-opens", "java.base/jdk.internal.misc=ALL-UNNAMED");
        Collections.addAll(command, "-cp", classPath, Main.class.getName());
        Collections.addAll(command, arguments);
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            try (BufferedReader printed = process.inputReader()) {
                printed.lines().forEach(out::println);
            }
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("ended with " + code + ": " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
