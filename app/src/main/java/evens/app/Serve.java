package evens.app;

import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "serve",
        description = "Runs an exchange until it is stopped.",
        mixinStandardHelpOptions = true)
final class Serve implements Callable<Integer> {
    @Mixin private Settings settings = new Settings();

    @Override
    public Integer call() throws InterruptedException {
        Path data = Objects.requireNonNullElse(settings.data, Path.of("evens-data"));
        Evens evens = new Evens(settings, data);
        Signals.stopOnTermination(evens);
        System.out.println("Evens is ready on " + evens.address());
        new CountDownLatch(1).await();
        return 0;
    }
}
