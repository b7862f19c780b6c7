package evens.edge;

import evens.edge.view.View;
import evens.model.Gateway;
import evens.model.History;
import evens.model.HistoryStatus;
import evens.model.Identity;
import evens.model.NodeStatus;
import evens.model.RecordedFeed;
import java.util.function.Supplier;

/**
 * What the edge stands on: the way in, who is who, what was, what is, what happened, and how the
 * node is doing.
 */
public record EdgePorts(
        Gateway gateway,
        Identity identity,
        History history,
        View view,
        RecordedFeed recorded,
        Supplier<NodeStatus> node,
        Supplier<HistoryStatus> historyStatus) {}
