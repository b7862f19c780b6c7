package evens.edge.orders;

import evens.edge.view.View;
import evens.model.Identity.Scope;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every type of message that an orders socket understands. */
final class SocketOperations {
    private final Map<String, SocketOperation> byType;

    SocketOperations(View view, InstantSource clock) {
        PlaceMessage place = new PlaceMessage(view);
        CancelMessages cancel = new CancelMessages(view);
        HeartbeatMessage heartbeat = new HeartbeatMessage(clock);
        byType =
                Map.of(
                        "placeV3",
                        new SocketOperation(Scope.TRADE, null, place::read),
                        "cancelById",
                        cancels("Failed to process cancelById", cancel::one),
                        "cancelMultiple",
                        cancels("Failed to process cancelMultiple", cancel::several),
                        "cancelAllByGame",
                        cancels("Failed to process cancelAllByGame", cancel::ofGame),
                        "cancelAll",
                        cancels("Failed to process cancelAll", cancel::all),
                        "heartbeat",
                        cancels("Failed to process heartbeat", heartbeat::read));
    }

    private static SocketOperation cancels(String failure, SocketOperation.Reader reader) {
        return new SocketOperation(Scope.CANCEL, failure, reader);
    }

    /** The operation of this type; null if there is none. */
    @Nullable SocketOperation find(String type) {
        return byType.get(type);
    }
}
