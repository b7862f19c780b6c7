package evens.cluster;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import evens.model.Gateway;
import evens.model.Money;
import io.aeron.Aeron;
import io.aeron.cluster.client.AeronCluster;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A node in a process of its own, to be killed, stopped and measured. Says on its standard output
 * what it does, a line each.
 */
final class Child {
    private Child() {}

    /** Does what the first argument says, on the folder that the second names. */
    public static void main(String[] args) throws Exception {
        ClusterSettings settings = settings(Path.of(args[1]));
        if (args[0].equals("speed")) {
            settings = settings.withSnapshots(1_000_000, 1L << 30, Duration.ofMinutes(1));
        }
        Heard heard = new Heard();
        long launched = System.nanoTime();
        ClusterNode node = ClusterNode.launch(settings, heard);
        ClusterStatus status = node.status();
        say(
                "ready %d ms after the start of the process, %d ms of it the launch; snapshot %d, replayed %d",
                System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime(),
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - launched),
                status.startedFromSnapshot(),
                status.stepsReplayed());
        if (status.sequence() == 0) {
            ClusterNodeTest.open(node.gateway());
        }
        switch (args[0]) {
            case "load" -> load(node);
            case "burst" -> burst(node.gateway());
            case "tick" -> tick(node.gateway());
            case "idle" -> idle(node.gateway());
            case "broken" -> breakDown(settings);
            case "speed" -> speed(node.gateway());
            default -> throw new IllegalArgumentException(args[0]);
        }
        node.close();
        System.exit(0);
    }

    static ClusterSettings settings(Path folder) {
        return ClusterSettings.of(folder.resolve("log"), folder.resolve("feed.mv"))
                .withSnapshots(2_000, 1L << 30, Duration.ZERO)
                .withRememberedClosedOrders(1000);
    }

    private static synchronized void say(String format, Object... values) {
        System.out.printf(format + "%n", values);
        System.out.flush();
    }

    /** Places without end, and says each step that was answered with a digest of its events. */
    private static void load(ClusterNode node) throws InterruptedException {
        Semaphore inFlight = new Semaphore(64);
        String reference = "x".repeat(400);
        for (long i = 0; ; i++) {
            inFlight.acquire();
            if (i % 500 == 0) {
                ClusterStatus status = node.status();
                say("status %d %d", status.lastSnapshot(), status.logStartPosition());
            }
            List<NewOrder> orders = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                int line = (int) (i * 7 + n * 10L) % 300;
                orders.add(
                        Season.order(
                                n % 2 == 0 ? Season.AWAY : Season.HOME,
                                n % 2 == 0 ? 10 + line : 20 - line,
                                Money.DOLLAR,
                                0,
                                reference));
            }
            Command command =
                    i % 10 == 9
                            ? new Command.CancelAllOrders(1 + i % Season.ACCOUNTS)
                            : new Command.PlaceOrders(1 + i % Season.ACCOUNTS, orders);
            node.gateway()
                    .submit(
                            command,
                            new Gateway.Reply() {
                                @Override
                                public void answered(long sequence, List<Event> events) {
                                    say("ack %d %d", sequence, digest(events));
                                    inFlight.release();
                                }

                                @Override
                                public void refused(Gateway.Refusal refusal) {
                                    inFlight.release();
                                }
                            });
        }
    }

    /** Sends what is no command, past the gateway; the process must end by itself. */
    private static void breakDown(ClusterSettings settings) throws InterruptedException {
        Parts parts =
                new Parts(
                        settings,
                        Folders.of(settings.logFolder()),
                        new Signal(),
                        new Failure(settings.lastWords()));
        Aeron aeron = parts.client("stranger");
        AeronCluster stranger = AeronCluster.connect(parts.session(aeron));
        while (stranger.offer(new UnsafeBuffer(new byte[64]), 0, 64) < 0) {
            aeron.conductorAgentInvoker().invoke();
        }
        TimeUnit.SECONDS.sleep(60);
        say("still alive");
    }

    /** The same in every process, other than the hash code of an enum. */
    static int digest(List<Event> events) {
        return events.toString().hashCode();
    }

    /** Some megabytes of log, and no snapshot. */
    private static void burst(Gateway gateway) throws Exception {
        for (int i = 0; i < 8; i++) {
            Answer.to(gateway, Season.ofLength(500_000));
        }
        say("burst");
        TimeUnit.SECONDS.sleep(60);
    }

    /** Asks once in a while, and says that it was answered. */
    private static void tick(Gateway gateway) throws Exception {
        while (true) {
            Answer answer = Answer.to(gateway, new Command.Deposit(1, 1));
            say("tick %d", answer.sequence());
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /** Sleeps longer than the driver waits for a client that does not stir, then asks. */
    private static void idle(Gateway gateway) throws Exception {
        TimeUnit.SECONDS.sleep(2);
        long before = cpuNanos();
        TimeUnit.SECONDS.sleep(20);
        say("idle %.1f %% of one core", (cpuNanos() - before) / 20e9 * 100);
        TimeUnit.SECONDS.sleep(45);
        Answer answer = Answer.to(gateway, new Command.Deposit(1, 1));
        say("awake at step %d", answer.sequence());
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean)
                        ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static void speed(Gateway gateway) throws Exception {
        for (int round = 0; round < 2; round++) {
            int count = 5000;
            long[] micros = new long[count];
            for (int i = 0; i < count; i++) {
                long began = System.nanoTime();
                Answer.to(gateway, command(i));
                micros[i] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began);
            }
            Arrays.sort(micros);
            say(
                    "lone command: p50 %d us, p99 %d us, max %d us",
                    micros[count / 2], micros[count * 99 / 100], micros[count - 1]);
        }
        for (int inFlight : new int[] {16, 64, 256, 1024}) {
            say("%d in flight: %,.0f commands/s", inFlight, throughput(gateway, inFlight, 200_000));
        }
    }

    private static Command command(long i) {
        long account = 1 + i / 2 % Season.ACCOUNTS;
        return i % 2 == 0
                ? Season.place(account, Season.AWAY, 100, Money.DOLLAR)
                : new Command.CancelAllOrders(account);
    }

    private static double throughput(Gateway gateway, int inFlight, int count)
            throws InterruptedException {
        Semaphore permits = new Semaphore(inFlight);
        AtomicLong refusals = new AtomicLong();
        long began = System.nanoTime();
        for (int i = 0; i < count; i++) {
            permits.acquire();
            gateway.submit(
                    command(i),
                    new Gateway.Reply() {
                        @Override
                        public void answered(long sequence, List<Event> events) {
                            permits.release();
                        }

                        @Override
                        public void refused(Gateway.Refusal refusal) {
                            refusals.incrementAndGet();
                            permits.release();
                        }
                    });
        }
        permits.acquire(inFlight);
        if (refusals.get() > 0) {
            say("%d refusals", refusals.get());
        }
        return count / ((System.nanoTime() - began) / 1e9);
    }
}
