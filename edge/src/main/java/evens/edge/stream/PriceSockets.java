package evens.edge.stream;

import evens.edge.auth.Authenticator.Finding.Known;
import evens.edge.view.Change;
import evens.edge.view.View;
import io.vertx.core.Context;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The price feed of one event loop.
 *
 * <p>The feed's thread only notes what changed. The loop takes the notes in a moment between two
 * steps, so that what it reads of the view is what these notes lead to and nothing later, and hands
 * the images to its sockets. What changes while it is busy is noted once, however often: the feed
 * is never longer than the number of things that there are.
 */
public final class PriceSockets implements FeedDoor {
    public static final String PATH = "/price-stream";

    private static final Logger LOG = LoggerFactory.getLogger(PriceSockets.class);

    /** Sockets that are served before others of the loop have their turn. */
    private static final int SLICE = 32;

    private final Context context;
    private final Executor loop;
    private final View view;
    private final FeedFigures figures;
    private final boolean openToAnybody;
    private final Set<PriceConnection> connections = new LinkedHashSet<>();
    private final AtomicBoolean awake = new AtomicBoolean();
    private Set<Change> changed = new LinkedHashSet<>(); // its lock is the view's
    private boolean isWatched; // its lock is the view's
    private boolean sending;
    private boolean again;

    /** The images of one moment. */
    private record Taken(List<Image> images, long sequence) {}

    /**
     * The price feed of this loop, which is not a request's own copy of it.
     *
     * @param openToAnybody whether who does not say who he is may hear it
     */
    public PriceSockets(Context context, View view, FeedFigures figures, boolean openToAnybody) {
        this.context = context;
        this.loop = task -> context.runOnContext(_ -> task.run());
        this.view = view;
        this.figures = figures;
        this.openToAnybody = openToAnybody;
        view.watch(this::note);
    }

    // the door

    @Override
    public boolean isOpenToAnybody() {
        return openToAnybody;
    }

    @Override
    public Opening open(HttpServerRequest request, @Nullable Known who) {
        PriceConnection connection = new PriceConnection(this, who, Heartbeat.of(request));
        view.between(() -> {
            if (connections.isEmpty()) {
                changed.clear();
            }
            connections.add(connection);
            isWatched = true;
            return connection;
        });
        return connection;
    }

    void forget(PriceConnection connection) {
        view.between(() -> {
            connections.remove(connection);
            isWatched = !connections.isEmpty();
            return connections;
        });
    }

    // what changed

    /** On the feed's thread, while nobody reads. */
    private void note(Collection<Change> changes) {
        if (!isWatched) {
            return;
        }
        changed.addAll(changes);
        if (!awake.getAndSet(true)) {
            loop.execute(this::turn);
        }
    }

    private void turn() {
        if (sending) {
            again = true;
            return;
        }
        awake.set(false);
        distribute();
        send();
    }

    /**
     * Hands what changed to all sockets.
     *
     * @return the last step that they have now
     */
    private long distribute() {
        Taken taken = view.between(this::take);
        List<PriceConnection> all = List.copyOf(connections);
        for (Image image : taken.images()) {
            for (PriceConnection connection : all) {
                connection.offer(image);
            }
        }
        return taken.sequence();
    }

    private Taken take() {
        long sequence = view.sequence();
        if (changed.isEmpty()) {
            return new Taken(List.of(), sequence);
        }
        Set<Change> now = changed;
        changed = new LinkedHashSet<>();
        List<Image> images = new ArrayList<>(now.size());
        for (Change change : now) {
            images.add(image(change, sequence));
        }
        return new Taken(images, sequence);
    }

    private Image image(Change change, long sequence) {
        return switch (change) {
            case Change.Ladder ladder -> Image.of(ladder, view.ladder(ladder), sequence);
            case Change.Game game ->
                    Image.of(game, view.books(List.of(game.game())).getFirst(), sequence);
            case Change.Volume volume -> {
                var game = view.game(volume.game());
                if (game == null) {
                    throw new IllegalStateException("a volume of no game");
                }
                yield Image.of(volume, game, sequence);
            }
        };
    }

    /** Has all sockets write what they have, a few at a time. */
    private void send() {
        if (sending) {
            again = true;
            return;
        }
        sending = true;
        send(List.copyOf(connections).iterator());
    }

    private void send(Iterator<PriceConnection> left) {
        for (int i = 0; i < SLICE && left.hasNext(); i++) {
            send(left.next());
        }
        if (left.hasNext()) {
            loop.execute(() -> send(left));
            return;
        }
        sending = false;
        if (again) {
            again = false;
            loop.execute(this::turn);
        }
    }

    /** A defect that one meets must not keep the others waiting. */
    private static void send(PriceConnection connection) {
        try {
            connection.send();
        } catch (RuntimeException defect) {
            LOG.error("a frame of the price feed can not be written", defect);
            connection.close(1011, "internal error");
        }
    }

    // for connections

    /** Has this one told that it has everything up to now, when it has. */
    void beat(PriceConnection connection) {
        connection.heartbeat(distribute());
        send();
    }

    /** The last step that was taken into account when a socket changed what it wants. */
    long sequence() {
        return view.sequence();
    }

    Context context() {
        return context;
    }

    Executor loop() {
        return loop;
    }

    FeedFigures figures() {
        return figures;
    }
}
