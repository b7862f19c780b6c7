package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.client.Account;
import evens.client.Book;
import evens.client.EvensClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody sees who starts the demonstration for the first time. */
@Tag("contract")
class NewcomerTest {
    private static final Pattern ACCOUNT = Pattern.compile("^\\s+(\\S+)\\s+password\\s+(\\S.*)$");

    @TempDir Path data;

    @Test
    void theDemonstrationHasAccountsGamesAndQuotes() {
        try (ServerProcess server =
                ServerProcess.launch(Map.of(), "demo", "--port", "0", "--data", data.toString())) {
            EvensClient client = new EvensClient(server.base());
            Map<String, String> accounts = printed(server);
            accounts.forEach((name, password) -> {
                Account account = client.login(name, password);
                assertThat(account.username()).isEqualTo(name);
                assertThat(account.operator() || account.balance().signum() > 0)
                        .as("%s has money", account)
                        .isTrue();
            });
            List<String> leagues = client.leagues();
            assertThat(leagues).hasSizeGreaterThanOrEqualTo(2);
            for (String league : leagues) {
                assertThat(client.games(league)).as(league).isNotEmpty();
            }
            Await.until(
                    Duration.ofSeconds(20),
                    () -> "quotes on both sides of every game\n" + server.said(),
                    () -> leagues.stream().allMatch(league -> quoted(client.books(league))));

            long begun = System.nanoTime();
            server.stop();
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isLessThan(Duration.ofSeconds(10));
        }
    }

    private static boolean quoted(List<Book> books) {
        return books.stream().noneMatch(book -> book.away().isEmpty() || book.home().isEmpty());
    }

    /** Name and password of each account that was printed; three players at least. */
    private static Map<String, String> printed(ServerProcess server) {
        Map<String, String> accounts = new LinkedHashMap<>();
        Await.until(
                Duration.ofSeconds(10),
                () -> "three accounts with their passwords\n" + server.said(),
                () -> {
                    for (String line : server.out()) {
                        Matcher matcher = ACCOUNT.matcher(line);
                        if (matcher.matches()) {
                            accounts.put(matcher.group(1), matcher.group(2).strip());
                        }
                    }
                    return accounts.size() >= 3;
                });
        return accounts;
    }
}
