package evens.edge.rest;

import evens.edge.orders.OrderDesk;
import evens.edge.view.View;
import java.util.ArrayList;
import java.util.List;

/** All that is asked of orders, most of it under {@code /session}. */
public final class OrderRoutes {
    private final OrderCalls orders;
    private final View view;

    public OrderRoutes(OrderDesk desk, View view) {
        this.orders = new OrderCalls(desk, view);
        this.view = view;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        routes.addAll(new PlaceRoutes(orders).routes());
        routes.addAll(new EditRoutes(orders).routes());
        routes.addAll(new CancelRoutes(orders).routes());
        routes.addAll(new CancelAllRoutes(orders).routes());
        routes.addAll(new PauseRoutes(orders, view).routes());
        routes.addAll(new HeartbeatRoute(orders).routes());
        routes.addAll(new BetRoutes(view).routes());
        return routes;
    }
}
