package evens.cluster.broken;

import evens.edge.view.View;

/** Breaks a rule of the architecture on purpose. */
public final class KnowsTheEdge {
    public View view = new View();
}
