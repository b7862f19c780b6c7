package evens.store;

import static evens.store.People.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import evens.model.Identity.Pending;
import evens.model.Identity.Person;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is still there, and what is refused, when the file is opened again. */
class ReopeningTest {
    @TempDir private Path folder;

    private SqlIdentity open() {
        return SqlIdentity.open(folder, People.EXCHANGE, PasswordCost.SMALLEST);
    }

    @Test
    void keepsPeopleTokensAndSecret() {
        byte[] secret;
        Person ann;
        Pending bob;
        String token;
        String ended;
        try (SqlIdentity identity = open()) {
            People people = new People(identity);
            secret = identity.cookieSecret();
            ann = people.add("Ann", "ann@example.org");
            bob = people.begin("bob", null);
            assertThat(bob).isNotNull();
            token = people.token("Ann");
            ended = people.token("Ann");
            await(identity.logout(ended));
        }
        try (SqlIdentity identity = open()) {
            assertThat(identity.cookieSecret()).hasSize(32).isEqualTo(secret);
            assertThat(identity.authenticate(token)).isEqualTo(ann);
            assertThat(identity.authenticate(ended)).isNull();
            assertThat(await(identity.pending())).containsExactly(bob);
            assertThat(new People(identity).token("Ann")).isNotEqualTo(token);
        }
    }

    @Test
    void cookieSecretIsACopy() {
        try (SqlIdentity identity = open()) {
            byte[] secret = identity.cookieSecret();
            assertThat(secret).isNotEqualTo(new byte[32]);
            secret[0]++;
            assertThat(identity.cookieSecret()).isNotEqualTo(secret);
        }
    }

    @Test
    void keepsNoTokenAndNoPassword() throws IOException {
        String token;
        try (SqlIdentity identity = open()) {
            People people = new People(identity);
            people.add("Ann", "ann@example.org");
            token = people.token("Ann");
        }
        try (var files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).containsExactly(DatabaseKind.IDENTITY.file(folder));
        }
        String bytes =
                new String(
                        Files.readAllBytes(DatabaseKind.IDENTITY.file(folder)),
                        StandardCharsets.ISO_8859_1);
        assertThat(bytes).contains("ann@example.org").contains("$argon2id$");
        TokenHash hash = TokenHash.of(token);
        assertThat(hash).isNotNull();
        assertThat(bytes.contains(hash.hex())).as("the hash").isTrue();
        assertThat(bytes.contains(token)).as("the token").isFalse();
        assertThat(bytes.contains(token.substring(0, 32))).as("its beginning").isFalse();
        assertThat(bytes.contains("secret of Ann")).as("the password").isFalse();
    }

    @Test
    void keepsTheFileFromOtherUsers() throws IOException {
        try (SqlIdentity identity = open()) {
            assertThat(identity.cookieSecret()).hasSize(32);
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(
                                            DatabaseKind.IDENTITY.file(folder))))
                    .isEqualTo("rw-------");
        }
        open().close();
        assertThat(
                        PosixFilePermissions.toString(
                                Files.getPosixFilePermissions(DatabaseKind.IDENTITY.file(folder))))
                .isEqualTo("rw-------");
    }

    /** The first to ask may be refused; whoever asks again, however quickly, is not. */
    @Test
    void aDatabaseThatCrashedIsOpenedAgain() {
        try (SqlIdentity identity = open()) {
            Person ann = new People(identity).add("Ann", null);
            Sql.crash(DatabaseKind.IDENTITY, folder);
            await(identity.find("").handle((_, refused) -> refused));
            assertThat(await(identity.find(""))).containsExactly(ann);
        }
    }

    @Test
    void refusesAnotherExchange() {
        open().close();
        assertThatThrownBy(() -> SqlIdentity.open(folder, 7, PasswordCost.SMALLEST))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining(DatabaseKind.IDENTITY.file(folder).toString())
                .hasMessageContaining("belongs to exchange 123456789abcdef0")
                .hasMessageContaining("exchange 0000000000000007");
        open().close();
    }

    @Test
    void refusesAFileInUse() throws Exception {
        Process holder = Fork.java(HoldIdentity.class, folder.toString());
        try (var lines = holder.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("open");
            assertThatThrownBy(this::open)
                    .isInstanceOf(CannotOpenDatabase.class)
                    .hasMessageContaining(DatabaseKind.IDENTITY.file(folder).toString())
                    .hasMessageContaining("in use by another process");
        } finally {
            holder.destroyForcibly().waitFor();
        }
        open().close();
    }

    /** Opens the database and keeps it. */
    static final class HoldIdentity {
        public static void main(String[] args) throws Exception {
            SqlIdentity.open(Path.of(args[0]), People.EXCHANGE, PasswordCost.SMALLEST);
            System.out.println("open");
            Thread.sleep(Long.MAX_VALUE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "text", "zeros", "torn"})
    void refusesADamagedFile(String damage) throws IOException {
        try (SqlIdentity identity = open()) {
            new People(identity).add("ann", null);
        }
        Path file = DatabaseKind.IDENTITY.file(folder);
        byte[] bytes = Files.readAllBytes(file);
        byte[] damaged =
                switch (damage) {
                    case "empty" -> new byte[0];
                    case "text" ->
                            "this is no database\n"
                                    .repeat(1_000)
                                    .getBytes(StandardCharsets.US_ASCII);
                    case "zeros" -> new byte[bytes.length];
                    default -> torn(bytes);
                };
        Files.write(file, damaged);
        assertThatThrownBy(this::open)
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is damaged or can not be read")
                .hasMessageContaining("backup");
        assertThat(Files.readAllBytes(file)).as("left as it was").isEqualTo(damaged);
        Files.write(file, bytes);
        open().close();
    }

    /** Everything behind the two file headers overwritten. */
    private static byte[] torn(byte[] bytes) {
        byte[] torn = bytes.clone();
        Arrays.fill(torn, 8_192, torn.length, (byte) 0x55);
        return torn;
    }

    @Test
    void refusesAFolderThatIsAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> SqlIdentity.open(file, 1, PasswordCost.SMALLEST))
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("can not be used");
    }

    @Test
    void refusesANewerSchema() throws Exception {
        open().close();
        String url = "jdbc:h2:file:" + folder.resolve("identity") + ";DATABASE_TO_LOWER=TRUE";
        try (Connection sql = DriverManager.getConnection(url, "evens", "");
                Statement statement = sql.createStatement()) {
            statement.execute(
                    """
                    insert into "flyway_schema_history"
                    select 99, '99', 'later', 'SQL', 'V99__later.sql', 1, 'evens',
                           current_timestamp, 1, true
                    """);
        }
        assertThatThrownBy(this::open)
                .isInstanceOf(CannotOpenDatabase.class)
                .hasMessageContaining(DatabaseKind.IDENTITY.file(folder).toString())
                .hasMessageContaining("newer version of Evens (its schema is at 99)");
    }
}
