package evens.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * The folder that an exchange lives in, held by one process at a time.
 *
 * <pre>
 * lock      held while a process uses the folder
 * version   number of the format of all below
 * exchange  random id that the log and the database both carry
 * log/      Aeron Cluster: the log and its snapshots
 * feed/     the recorded feed
 * sql/      who is who
 * history/  what was: orders, matches, accounts
 * </pre>
 */
final class DataDirectory implements AutoCloseable {
    /** Raised when a process of an older version could not read the folder any more. */
    static final int FORMAT = 1;

    private final Path folder;
    private final FileChannel lockFile;
    private final long exchangeId;

    private DataDirectory(Path folder, FileChannel lockFile, long exchangeId) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.exchangeId = exchangeId;
    }

    /**
     * Opens the folder, and makes it when it is not there.
     *
     * @throws CannotStart if it is in use, can not be written, or is from a newer version
     */
    static DataDirectory open(Path folder) {
        try {
            Files.createDirectories(folder.resolve("feed"));
            FileChannel lockFile = lock(folder);
            try {
                checkVersion(folder);
                return new DataDirectory(folder, lockFile, exchangeId(folder));
            } catch (RuntimeException | IOException refused) {
                lockFile.close();
                throw refused;
            }
        } catch (AccessDeniedException denied) {
            throw notWritable(folder, denied);
        } catch (IOException failure) {
            if (!Files.isWritable(folder)) {
                throw notWritable(folder, failure);
            }
            throw new CannotStart(
                    "the data directory %s can not be used: %s. Check the disk, or give another one with --data."
                            .formatted(folder, failure.getMessage()),
                    failure);
        }
    }

    private static CannotStart notWritable(Path folder, IOException cause) {
        return new CannotStart(
                "the data directory %s is not writable. Give its files to the user that runs Evens, or give another one with --data."
                        .formatted(folder),
                cause);
    }

    private static FileChannel lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        folder.resolve("lock"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new CannotStart(
                    "the data directory %s is in use by a running Evens. Stop that process, or give another one with --data."
                            .formatted(folder));
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }

    private static void checkVersion(Path folder) throws IOException {
        String text = readOrWrite(folder.resolve("version"), Integer.toString(FORMAT));
        int format;
        try {
            format = Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw damaged(folder, "version");
        }
        if (format > FORMAT) {
            throw new CannotStart(
                    "the data directory %s was written by a newer version of Evens (format %d, this version reads %d). Start that version, or give another directory with --data."
                            .formatted(folder, format, FORMAT));
        }
    }

    private static long exchangeId(Path folder) throws IOException {
        String fresh = HexFormat.of().toHexDigits(new SecureRandom().nextLong());
        String text = readOrWrite(folder.resolve("exchange"), fresh);
        try {
            return HexFormat.fromHexDigitsToLong(text);
        } catch (IllegalArgumentException malformed) {
            throw damaged(folder, "exchange");
        }
    }

    private static CannotStart damaged(Path folder, String file) {
        return new CannotStart(
                "the file %s of the data directory is damaged. Put it back from a copy of the directory."
                        .formatted(folder.resolve(file)));
    }

    /** The one line of a small file, which is on disk before this returns. */
    private static String readOrWrite(Path file, String fresh) throws IOException {
        if (Files.exists(file) && Files.size(file) > 0) {
            return Files.readString(file).strip();
        }
        Files.writeString(
                file,
                fresh + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE,
                StandardOpenOption.SYNC);
        return fresh;
    }

    Path log() {
        return folder.resolve("log");
    }

    Path feed() {
        return folder.resolve("feed").resolve("feed.mv.db");
    }

    Path sql() {
        return folder.resolve("sql");
    }

    Path history() {
        return folder.resolve("history");
    }

    /** The id of the exchange that lives here. */
    long exchangeId() {
        return exchangeId;
    }

    /** Lets another process have it. */
    @Override
    public void close() {
        try {
            lockFile.close();
        } catch (IOException failure) {
            throw new IllegalStateException("can not release " + folder, failure);
        }
    }
}
