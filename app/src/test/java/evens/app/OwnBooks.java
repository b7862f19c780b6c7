package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An account's open orders and matched bets, made from its messages and from nothing else. */
final class OwnBooks {
    private final Map<String, OwnOrder> open = new HashMap<>();
    private final List<OwnBet> bets = new ArrayList<>();
    private MessageId last = MessageId.NONE;
    private int again;

    /** Hears a message; one that was heard before changes nothing. */
    void hear(JsonNode message) {
        MessageId id = MessageId.of(message.required("messageID").asString());
        if (id.compareTo(last) <= 0) {
            again++;
            return;
        }
        assertThat(id.count()).as("the one behind %s", last).isEqualTo(last.count() + 1);
        last = id;
        if (!message.required("matched").isNull()) {
            bets.add(OwnBet.of(message));
        }
        JsonNode unmatched = message.required("unmatched");
        if (!unmatched.isNull()) {
            OwnOrder order = OwnOrder.of(message.required("gameID").asString(), unmatched);
            if (order.remaining().equals("0")) {
                open.remove(order.id());
            } else {
                open.put(order.id(), order);
            }
        }
    }

    MessageId last() {
        return last;
    }

    /** Messages that came more than once. */
    int again() {
        return again;
    }

    Map<String, OwnOrder> open() {
        return open;
    }

    /** In the order of their matches; only ever gets longer. */
    List<OwnBet> bets() {
        return bets;
    }
}
