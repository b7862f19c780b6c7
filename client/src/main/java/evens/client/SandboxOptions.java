package evens.client;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a {@link Sandbox} is started.
 *
 * @param jar the packaged product, with its libraries beside it
 * @param password of the operator, 12 characters or more
 * @param javaArguments for the virtual machine, such as {@code -Xmx256m}
 * @param arguments behind those of {@code serve}
 * @param environment on top of this process's own
 */
public record SandboxOptions(
        Path jar,
        String password,
        List<String> javaArguments,
        List<String> arguments,
        Map<String, String> environment) {
    private static final String PASSWORD = "a password for the operator";

    public SandboxOptions {
        javaArguments = List.copyOf(javaArguments);
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }

    /** The usual one. */
    public static SandboxOptions of(Path jar) {
        return new SandboxOptions(jar, PASSWORD, List.of(), List.of(), Map.of());
    }

    public SandboxOptions withPassword(String other) {
        return new SandboxOptions(jar, other, javaArguments, arguments, environment);
    }

    public SandboxOptions withJava(String... these) {
        return new SandboxOptions(jar, password, List.of(these), arguments, environment);
    }

    public SandboxOptions withArguments(String... these) {
        return new SandboxOptions(jar, password, javaArguments, List.of(these), environment);
    }

    public SandboxOptions withEnvironment(Map<String, String> these) {
        return new SandboxOptions(jar, password, javaArguments, arguments, these);
    }
}
