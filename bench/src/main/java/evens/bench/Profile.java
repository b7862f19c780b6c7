package evens.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
import jdk.jfr.consumer.RecordingFile;

/**
 * Samples of where a thread is: the share of each part of ours, with what it calls of others; of
 * each of our methods with all that it calls; and of each method alone.
 */
final class Profile {
    private static final int SHOWN = 25;
    private static final String OURS = "evens.";
    private static final String NOT_MEASURED = "evens.bench.";

    private final Map<String, Integer> inPart = new HashMap<>();
    private final Map<String, Integer> atTop = new HashMap<>();
    private final Map<String, Integer> inStack = new HashMap<>();
    private int samples;

    /** Samples this thread while it works. */
    static Profile of(Runnable work) {
        Profile profile = new Profile();
        String thread = Thread.currentThread().getName();
        try (Recording recording = new Recording()) {
            recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            recording.start();
            work.run();
            recording.stop();
            Path file = Files.createTempFile("evens-bench", ".jfr");
            try {
                recording.dump(file);
                for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
                    if (event.getThread("sampledThread").getJavaName().equals(thread)) {
                        profile.add(event);
                    }
                }
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new IllegalStateException("the profile was not written", e);
        }
        return profile;
    }

    private void add(RecordedEvent event) {
        List<RecordedMethod> stack =
                event.getStackTrace().getFrames().stream().map(RecordedFrame::getMethod).toList();
        List<RecordedMethod> ours =
                stack.stream().filter(method -> type(method).startsWith(OURS)).toList();
        if (ours.isEmpty()) {
            return;
        }
        samples++;
        count(atTop, name(stack.getFirst()));
        count(inPart, part(type(ours.getFirst())));
        ours.stream()
                .filter(method -> !type(method).startsWith(NOT_MEASURED))
                .map(Profile::name)
                .distinct()
                .forEach(name -> count(inStack, name));
    }

    private static void count(Map<String, Integer> counts, String what) {
        counts.merge(what, 1, Integer::sum);
    }

    private static String type(RecordedMethod method) {
        return method.getType().getName();
    }

    private static String part(String type) {
        return type.substring(0, type.lastIndexOf('.'));
    }

    private static String name(RecordedMethod method) {
        return type(method).substring(type(method).lastIndexOf('.') + 1) + "." + method.getName();
    }

    void print(PrintWriter out) {
        out.println("profile: " + samples + " samples, by package");
        print(inPart, out);
        out.println("profile: by method, with all that it calls");
        print(inStack, out);
        out.println("profile: by method alone");
        print(atTop, out);
    }

    private void print(Map<String, Integer> counts, PrintWriter out) {
        counts.entrySet().stream()
                .sorted(
                        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                                .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .forEach(entry ->
                        out.println(
                                String.format(
                                        Locale.ROOT,
                                        "%6.1f %%  %s",
                                        100.0 * entry.getValue() / samples,
                                        entry.getKey())));
    }
}
