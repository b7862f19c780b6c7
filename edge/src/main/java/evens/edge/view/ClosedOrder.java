package evens.edge.view;

import evens.model.Ending;

/** An order that is over, as it was last. */
public record ClosedOrder(OrderRow order, Ending ending) {}
