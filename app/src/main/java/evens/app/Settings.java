package evens.app;

import evens.edge.EdgeSettings;
import evens.edge.limits.LimitSettings;
import evens.edge.limits.Networks;
import evens.store.PasswordCost;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an operator may choose. Every option has an environment variable of the same meaning. */
final class Settings {
    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "${env:EVENS_HOST:-127.0.0.1}",
            description = "Address to listen on (EVENS_HOST; default ${DEFAULT-VALUE}).")
    String host = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "${env:EVENS_PORT:-8080}",
            description =
                    "Port to listen on, 0 for a free one (EVENS_PORT; default ${DEFAULT-VALUE}).")
    int port;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:EVENS_DATA}",
            description =
                    "Where the exchange lives (EVENS_DATA; serve: ./evens-data, demo: a new one).")
    @Nullable Path data;

    @Option(
            names = "--admin-username",
            paramLabel = "NAME",
            defaultValue = "${env:EVENS_ADMIN_USERNAME:-admin}",
            description =
                    "The first operator, made at the first start (EVENS_ADMIN_USERNAME; default ${DEFAULT-VALUE}).")
    String adminUsername = "admin";

    @Option(
            names = "--admin-password",
            paramLabel = "PW",
            defaultValue = "${env:EVENS_ADMIN_PASSWORD}",
            description =
                    "Password of the first operator; a random one is printed otherwise (EVENS_ADMIN_PASSWORD).")
    @Nullable String adminPassword;

    @Option(
            names = "--tls-cert",
            paramLabel = "FILE",
            defaultValue = "${env:EVENS_TLS_CERT}",
            description =
                    "Certificate chain in PEM; with --tls-key all is served over TLS (EVENS_TLS_CERT).")
    @Nullable Path tlsCertificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            defaultValue = "${env:EVENS_TLS_KEY}",
            description = "Private key in PEM (EVENS_TLS_KEY).")
    @Nullable Path tlsKey;

    @Option(
            names = "--sync-level",
            paramLabel = "0|1",
            defaultValue = "${env:EVENS_SYNC_LEVEL:-1}",
            description =
                    "1: what is acknowledged survives a power cut. 0: only a killed process (EVENS_SYNC_LEVEL; default ${DEFAULT-VALUE}).")
    int syncLevel;

    @Option(
            names = "--snapshot-commands",
            paramLabel = "N",
            defaultValue = "${env:EVENS_SNAPSHOT_COMMANDS}",
            description =
                    "Take a snapshot after so many commands, however soon (EVENS_SNAPSHOT_COMMANDS; default 1000000, at most once a minute).")
    @Nullable Long snapshotCommands;

    @Option(
            names = "--remembered-orders",
            paramLabel = "N",
            defaultValue = "${env:EVENS_REMEMBERED_ORDERS:-4000000}",
            description =
                    "How many closed orders are known by name (EVENS_REMEMBERED_ORDERS; default ${DEFAULT-VALUE}).")
    int rememberedOrders;

    @Option(
            names = "--password-cost",
            paramLabel = "standard|lowest",
            defaultValue = "${env:EVENS_PASSWORD_COST:-standard}",
            description =
                    "Cost of new password hashes; lowest is for tests (EVENS_PASSWORD_COST; default ${DEFAULT-VALUE}).")
    String passwordCost = "standard";

    @Option(
            names = "--signup",
            paramLabel = "on|off",
            defaultValue = "${env:EVENS_SIGNUP}",
            description =
                    "Whether anybody may open an account (EVENS_SIGNUP; serve: off, demo: on).")
    @Nullable String signup;

    @Option(
            names = "--anonymous-reads",
            paramLabel = "on|off",
            defaultValue = "${env:EVENS_ANONYMOUS_READS:-off}",
            description =
                    "Whether markets are shown to whoever has no token (EVENS_ANONYMOUS_READS; default ${DEFAULT-VALUE}).")
    String anonymousReads = "off";

    @Option(
            names = "--requests-per-minute",
            paramLabel = "N",
            defaultValue = "${env:EVENS_REQUESTS_PER_MINUTE:-3000}",
            description =
                    "Requests of one address, 0 for no limit; cancels are not counted (EVENS_REQUESTS_PER_MINUTE; default ${DEFAULT-VALUE}).")
    int requestsPerMinute = LimitSettings.REQUESTS;

    @Option(
            names = "--orders-per-minute",
            paramLabel = "N",
            defaultValue = "${env:EVENS_ORDERS_PER_MINUTE:-6000}",
            description =
                    "Requests of one account that place or edit, 0 for no limit (EVENS_ORDERS_PER_MINUTE; default ${DEFAULT-VALUE}).")
    int ordersPerMinute = LimitSettings.PLACEMENTS;

    @Option(
            names = "--logins-per-minute",
            paramLabel = "N",
            defaultValue = "${env:EVENS_LOGINS_PER_MINUTE:-10}",
            description =
                    "Logins with one name, and six times as many of one address, 0 for no limit (EVENS_LOGINS_PER_MINUTE; default ${DEFAULT-VALUE}).")
    int loginsPerMinute = LimitSettings.LOGINS;

    @Option(
            names = "--trusted-addresses",
            paramLabel = "LIST",
            defaultValue = "${env:EVENS_TRUSTED_ADDRESSES:-127.0.0.0/8,::1}",
            description =
                    "Addresses and ranges that are not counted, or none (EVENS_TRUSTED_ADDRESSES; default ${DEFAULT-VALUE}).")
    String trustedAddresses = "127.0.0.0/8,::1";

    @Option(
            names = "--proxies",
            paramLabel = "LIST",
            defaultValue = "${env:EVENS_PROXIES:-none}",
            description =
                    "Addresses and ranges of proxies whose X-Forwarded-For is believed (EVENS_PROXIES; default ${DEFAULT-VALUE}).")
    String proxies = "none";

    LimitSettings limits() {
        return new LimitSettings(
                requestsPerMinute,
                ordersPerMinute,
                loginsPerMinute,
                networks("--trusted-addresses", trustedAddresses),
                networks("--proxies", proxies));
    }

    private static Networks networks(String option, String list) {
        try {
            return Networks.of(list.equals("none") ? "" : list);
        } catch (IllegalArgumentException refused) {
            throw new CannotStart(option + ": " + refused.getMessage(), refused);
        }
    }

    boolean signupIsOpen() {
        return "on".equals(signup);
    }

    boolean anonymousReadsAreOn() {
        return anonymousReads.equals("on");
    }

    PasswordCost costOfPasswords() {
        return switch (passwordCost) {
            case "standard" -> PasswordCost.STANDARD;
            case "lowest" -> PasswordCost.SMALLEST;
            default -> throw new CannotStart("--password-cost must be standard or lowest");
        };
    }

    EdgeSettings.@Nullable Tls tls() {
        Path certificate = tlsCertificate;
        Path key = tlsKey;
        return certificate == null || key == null
                ? null
                : new EdgeSettings.Tls(certificate.toString(), key.toString());
    }

    void check() {
        if ((tlsCertificate == null) != (tlsKey == null)) {
            throw new CannotStart("--tls-cert and --tls-key go together: give both or none");
        }
        for (Path file : Stream.of(tlsCertificate, tlsKey).filter(Objects::nonNull).toList()) {
            if (!Files.isReadable(file)) {
                throw new CannotStart("the file %s can not be read".formatted(file));
            }
        }
        if (port < 0 || port > 65_535) {
            throw new CannotStart("--port must be from 0 to 65535");
        }
        if (syncLevel != 0 && syncLevel != 1) {
            throw new CannotStart("--sync-level must be 0 or 1");
        }
        if (snapshotCommands != null && snapshotCommands < 1) {
            throw new CannotStart("--snapshot-commands must be at least 1");
        }
        if (rememberedOrders < 0) {
            throw new CannotStart("--remembered-orders must be at least 0");
        }
        if (signup != null && !signup.equals("on") && !signup.equals("off")) {
            throw new CannotStart("--signup must be on or off");
        }
        if (!anonymousReads.equals("on") && !anonymousReads.equals("off")) {
            throw new CannotStart("--anonymous-reads must be on or off");
        }
        checkPerMinute("--requests-per-minute", requestsPerMinute);
        checkPerMinute("--orders-per-minute", ordersPerMinute);
        checkPerMinute("--logins-per-minute", loginsPerMinute);
    }

    private static void checkPerMinute(String option, int limit) {
        if (limit < 0 || limit > LimitSettings.MOST) {
            throw new CannotStart(option + " must be from 0 to " + LimitSettings.MOST);
        }
    }
}
