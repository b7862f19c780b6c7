package evens.edge.view;

/**
 * An open order.
 *
 * @param best whether no offer on its side of its book is better for takers
 */
public record OpenOrder(OrderRow order, boolean best) {}
