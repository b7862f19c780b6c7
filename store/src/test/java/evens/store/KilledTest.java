package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;

import evens.model.Identity.Pending;
import evens.model.Identity.Person;
import java.io.BufferedReader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives kill -9, which a database with its defaults does not. */
class KilledTest {
    private static final int ENOUGH = 200;

    @Test
    void everythingAcknowledgedIsThereAfterAKill(@TempDir Path folder) throws Exception {
        Process process = Fork.java(Writer.class, folder.toString());
        List<String> acknowledged = new ArrayList<>();
        try (BufferedReader lines = process.inputReader()) {
            while (acknowledged.size() < ENOUGH) {
                String line = lines.readLine();
                assertThat(line).as("the process lives").isNotNull();
                acknowledged.add(line);
            }
            process.toHandle().destroyForcibly(); // SIGKILL, in the middle of its next write
            for (String line; (line = lines.readLine()) != null; ) {
                acknowledged.add(line);
            }
        }
        assertThat(process.waitFor()).isEqualTo(128 + 9);
        if (!acknowledged.getLast().endsWith(".")) {
            acknowledged.removeLast(); // the kill cut the line
        }

        try (SqlIdentity identity =
                SqlIdentity.open(folder, People.EXCHANGE, PasswordCost.SMALLEST)) {
            List<Long> pending =
                    await(identity.pending()).stream()
                            .map(Pending::person)
                            .map(Person::account)
                            .toList();
            List<String> lost = new ArrayList<>();
            for (String line : acknowledged) {
                String[] words = line.split(" ", -1);
                boolean kept =
                        switch (words[0]) {
                            case "pending" ->
                                    pending.contains(Long.valueOf(words[1]))
                                            || identityHas(identity, words[2]);
                            case "active" -> identityHas(identity, words[2]);
                            case "login" -> identity.authenticate(words[2]) != null;
                            case "logout" -> identity.authenticate(words[2]) == null;
                            default -> throw new AssertionError(line);
                        };
                if (!kept) {
                    lost.add(line);
                }
            }
            assertThat(lost).isEmpty();
            assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH - 1);
        }
    }

    private static boolean identityHas(SqlIdentity identity, String name) {
        return await(identity.find(name)).stream()
                .anyMatch(person -> person.username().equals(name));
    }

    /** Makes accounts and logs in until it is killed, and says so after each acknowledgement. */
    static final class Writer {
        public static void main(String[] args) {
            PrintStream out = System.out;
            SqlIdentity identity =
                    SqlIdentity.open(Path.of(args[0]), People.EXCHANGE, PasswordCost.SMALLEST);
            People people = new People(identity);
            for (int i = 0; ; i++) {
                String name = "name" + i;
                Pending pending = people.begin(name, null);
                assertThat(pending).isNotNull();
                long account = pending.person().account();
                say(out, "pending " + account + " " + name);
                await(identity.activate(account));
                say(out, "active " + account + " " + name);
                String token = people.token(name);
                if (i % 4 == 3) {
                    await(identity.logout(token));
                    say(out, "logout " + account + " " + token);
                } else {
                    say(out, "login " + account + " " + token);
                }
            }
        }

        private static void say(PrintStream out, String line) {
            out.print(line + " .\n");
            out.flush();
        }
    }
}
