package evens.cluster.codec;

import evens.cluster.sbe.CancelAllOrdersDecoder;
import evens.cluster.sbe.PlaceOrdersDecoder;
import evens.model.Command.Stamp;

/** The stamps of commands, of which older bytes know nothing: no kill came between. */
final class Stamps {
    private Stamps() {}

    static long epoch(PlaceOrdersDecoder place) {
        return isStamped(place) ? place.epoch() : Stamp.LATEST.epoch();
    }

    static long connection(PlaceOrdersDecoder place) {
        return isStamped(place) ? place.connection() : Stamp.LATEST.connection();
    }

    private static boolean isStamped(PlaceOrdersDecoder place) {
        return place.actingVersion() >= PlaceOrdersDecoder.epochSinceVersion();
    }

    static long connection(CancelAllOrdersDecoder cancel) {
        boolean isNamed = cancel.actingVersion() >= CancelAllOrdersDecoder.connectionSinceVersion();
        return isNamed ? cancel.connection() : Stamp.NO_CONNECTION;
    }
}
