package evens.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line. */
@Command(
        name = "evens",
        description = "A peer-to-peer sports betting exchange that anyone can run.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {Demo.class, Serve.class})
public final class Main {
    /** What {@code --version} prints. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Evens " + Evens.version()};
        }
    }

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commandLine =
                new CommandLine(new Main())
                        .setExecutionExceptionHandler((failure, _, _) -> explain(failure));
        System.exit(commandLine.execute(arguments));
    }

    /** Somebody who starts a program wants a sentence, not a stack trace. */
    private static int explain(Exception failure) {
        System.err.println("Evens can not start: " + failure.getMessage());
        if (System.getenv("EVENS_LOG_LEVEL") != null) {
            failure.printStackTrace(System.err);
        }
        return 1;
    }
}
