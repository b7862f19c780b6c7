package evens.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.agrona.IoUtil;

/**
 * Where the parts of a node keep their files. What must survive is in the log's folder; what is
 * made anew at every start, the driver's shared memory and the marks, is in memory where there is
 * room, and named after the log's folder so that a restart after a kill finds and replaces it.
 */
record Folders(Path archive, Path cluster, Path scratch) {
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final long ROOM = 256L * 1024 * 1024;

    static Folders of(Path log) {
        Path absolute = log.toAbsolutePath().normalize();
        return new Folders(
                absolute.resolve("archive"), absolute.resolve("cluster"), scratch(absolute));
    }

    private static Path scratch(Path log) {
        try {
            Path inMemory = MEMORY.resolve("evens-" + name(log));
            if (Files.isWritable(MEMORY)
                    && (Files.exists(inMemory)
                            || Files.getFileStore(MEMORY).getUsableSpace() >= ROOM)) {
                return inMemory;
            }
            return log.resolve("driver");
        } catch (IOException e) {
            return log.resolve("driver");
        }
    }

    private static String name(Path log) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(log.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    Path driver() {
        return scratch.resolve("driver");
    }

    Path marks() {
        return scratch.resolve("marks");
    }

    /** Removes what is made anew at every start. */
    void deleteScratch() {
        IoUtil.delete(scratch.toFile(), true);
    }

    void makeAnew() {
        try {
            deleteScratch();
            Files.createDirectories(marks());
            Files.createDirectories(archive);
            Files.createDirectories(cluster);
        } catch (IOException e) {
            throw new UncheckedIOException("The log's folder can not be made: " + archive, e);
        }
    }

    /** Bytes of log and snapshots on disk. */
    long sizeInBytes() {
        return size(archive) + size(cluster);
    }

    private static long size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
        } catch (IOException | UncheckedIOException e) {
            return 0; // a file was purged while it was being counted
        }
    }
}
