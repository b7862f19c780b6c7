package evens.edge.rest;

import evens.edge.wire.HeartbeatShape;
import evens.model.Command;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The dead-man's switch: without another heartbeat in time, all orders are cancelled. */
final class HeartbeatRoute {
    private static final BigDecimal LEAST = BigDecimal.valueOf(5);
    private static final BigDecimal MOST = BigDecimal.valueOf(Command.RenewLease.MAX_MILLIS, 3);
    private static final int DECIMALS = 3;

    private final OrderCalls orders;

    HeartbeatRoute(OrderCalls orders) {
        this.orders = orders;
    }

    List<Route> routes() {
        return List.of(Route.cancel("/user/ordersHeartbeat", this::heartbeat));
    }

    private void heartbeat(Call call) {
        JsonNode off = call.field("off");
        if (off != null && !off.isBoolean()) {
            call.bad("off must be true or false");
            return;
        }
        BigDecimal seconds = seconds(call);
        boolean isOff = off != null && off.booleanValue();
        if (seconds == null || (isOff ? seconds.signum() != 0 : !isInRange(seconds))) {
            call.bad(
                    isOff
                            ? "timeout must be 0 where off is true"
                            : "timeout must be a number of seconds greater than 5 and at most"
                                    + " 86400, with at most three decimals");
            return;
        }
        long account = call.person().account();
        orders.submit(
                call,
                isOff
                        ? new Command.DropLease(account)
                        : new Command.RenewLease(
                                account, seconds.movePointRight(DECIMALS).longValueExact()),
                events -> {
                    if (!CancelAnswer.isRefused(call, events)) {
                        call.data(out -> HeartbeatShape.write(Instant.now(), seconds, out));
                    }
                });
    }

    private static @Nullable BigDecimal seconds(Call call) {
        JsonNode timeout = call.field("timeout");
        return timeout != null && timeout.isNumber() ? timeout.decimalValue() : null;
    }

    /** The range first, so that no exponent makes the decimals expensive. */
    private static boolean isInRange(BigDecimal seconds) {
        return seconds.compareTo(LEAST) > 0
                && seconds.compareTo(MOST) <= 0
                && seconds.stripTrailingZeros().scale() <= DECIMALS;
    }
}
