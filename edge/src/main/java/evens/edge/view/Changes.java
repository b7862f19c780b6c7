package evens.edge.view;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one step makes different on the boards, each thing once. */
final class Changes {
    private Set<Change> changed = new LinkedHashSet<>();

    void ladder(OrderRow order) {
        changed.add(new Change.Ladder(order.game(), order.market(), order.outcome().opposite()));
    }

    void game(long game) {
        changed.add(new Change.Game(game));
    }

    void volume(long game) {
        changed.add(new Change.Volume(game));
    }

    /** Answers them, and begins anew. */
    Collection<Change> take() {
        if (changed.isEmpty()) {
            return List.of();
        }
        Set<Change> taken = changed;
        changed = new LinkedHashSet<>();
        return taken;
    }
}
