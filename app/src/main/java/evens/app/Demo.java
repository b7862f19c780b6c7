package evens.app;

import evens.client.ApiException;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.MarketMaker;
import evens.client.Operator;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = {
            "Runs an exchange to play with: games in the coming days, three accounts with money, and",
            "market makers that quote every game through the public API."
        },
        mixinStandardHelpOptions = true)
final class Demo implements Callable<Integer> {
    private static final BigDecimal PLAYERS_MONEY = BigDecimal.valueOf(10_000);
    private static final BigDecimal MAKERS_MONEY = BigDecimal.valueOf(1_000_000);
    private static final List<String> PLAYERS = List.of("alice", "bob", "carol");
    private static final List<String> MAKERS = List.of("maker1", "maker2");
    private static final int DAYS = 4;

    @Mixin private Settings settings = new Settings();

    /** A league and who plays in it, away before home. */
    private record DemoLeague(String name, String sport, List<String> teams) {}

    private static final List<DemoLeague> LEAGUES =
            List.of(
                    new DemoLeague(
                            "NBA",
                            "basketball",
                            List.of(
                                    "Boston Celtics", "New York Knicks",
                                    "Denver Nuggets", "Los Angeles Lakers",
                                    "Miami Heat", "Chicago Bulls",
                                    "Dallas Mavericks", "Phoenix Suns")),
                    new DemoLeague(
                            "NHL",
                            "hockey",
                            List.of(
                                    "Toronto Maple Leafs", "Montreal Canadiens",
                                    "Edmonton Oilers", "Calgary Flames",
                                    "Boston Bruins", "New York Rangers")),
                    new DemoLeague(
                            "PREMIER-LEAGUE",
                            "soccer",
                            List.of(
                                    "Arsenal FC", "Chelsea FC",
                                    "Liverpool FC", "Everton FC",
                                    "Aston Villa FC", "Newcastle United FC",
                                    "Fulham FC", "Brentford FC")));

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (settings.adminPassword == null) {
            settings.adminPassword = password(settings.adminUsername);
        }
        if (settings.signup == null) {
            settings.signup = "on";
        }
        Path given = settings.data;
        Path data = given == null ? Files.createTempDirectory("evens-demo-") : given;
        Evens evens = new Evens(settings, data);
        List<AutoCloseable> parts = new ArrayList<>();
        prepare(evens.address());
        for (int i = 0; i < MAKERS.size(); i++) {
            String name = MAKERS.get(i);
            MarketMaker maker = new MarketMaker(evens.address(), name, password(name), i + 1);
            maker.start();
            parts.add(maker);
        }
        parts.add(evens);
        if (given == null) {
            parts.add(() -> delete(data));
        }
        Signals.stopOnTermination(parts.toArray(AutoCloseable[]::new));
        introduce(evens.address(), given);
        new CountDownLatch(1).await();
        return 0;
    }

    private static String password(String name) {
        return name + "-demo-password";
    }

    /** Makes what is not there yet; a demo directory may be used again. */
    private void prepare(URI address) {
        EvensClient client = new EvensClient(address);
        client.login(settings.adminUsername, String.valueOf(settings.adminPassword));
        Operator operator = client.operator();
        PLAYERS.forEach(name -> createAccount(operator, name, PLAYERS_MONEY));
        MAKERS.forEach(name -> createAccount(operator, name, MAKERS_MONEY));
        for (DemoLeague league : LEAGUES) {
            operator.createLeague(league.name(), league.sport());
            List<Game> games = client.games(league.name());
            if (games.isEmpty()) {
                createGames(operator, league);
            }
        }
    }

    private static void createAccount(Operator operator, String name, BigDecimal deposit) {
        try {
            operator.createAccount(name, password(name), deposit);
        } catch (ApiException taken) {
            if (taken.status() != 409) {
                throw taken;
            }
        }
    }

    /** One game a day for each pair, at seven in the evening, from tomorrow. */
    private static void createGames(Operator operator, DemoLeague league) {
        Instant evening =
                Instant.now()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate()
                        .atTime(LocalTime.of(19, 0))
                        .toInstant(ZoneOffset.UTC);
        List<String> teams = league.teams();
        for (int pair = 0; pair < teams.size() / 2; pair++) {
            operator.createGame(
                    league.name(),
                    league.sport(),
                    evening.plus(1 + pair % DAYS, ChronoUnit.DAYS),
                    teams.get(2 * pair),
                    teams.get(2 * pair + 1));
        }
    }

    private void introduce(URI address, @Nullable Path given) {
        System.out.println();
        System.out.println("Three accounts with 10,000 dollars each:");
        for (String name : PLAYERS) {
            System.out.printf("  %-8s password %s%n", name, password(name));
        }
        System.out.printf(
                "An operator:%n  %-8s password %s%n",
                settings.adminUsername, settings.adminPassword);
        System.out.println(
                given == null
                        ? "All of it is gone when the demo ends; keep it with --data DIR."
                        : "It is kept in " + given + ".");
        System.out.println();
        System.out.println("Evens is ready on " + address);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
