package evens.edge.stream;

import evens.edge.rest.PagedReply;
import evens.edge.view.GameRow;
import evens.edge.view.View;
import evens.edge.wire.Json;
import evens.edge.wire.MessageId;
import evens.edge.wire.UserFeedShape;
import evens.edge.wire.UserMessage;
import evens.model.Event;
import evens.model.RecordedFeed;
import evens.model.Step;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The messages of an account out of the recorded feed, as one reply, page by page. */
final class Replay implements PagedReply.Pages {
    private static final int PAGE = 500;

    private final View view;
    private final RecordedFeed feed;
    private final Asked asked;
    private RecordedFeed.@Nullable Messages messages;
    private long told;
    private boolean isFirst = true;
    private boolean isOver;
    private boolean hasEnded;

    /**
     * What a reply is about.
     *
     * @param after the messages after this one, and
     * @param before before this one
     * @param sequence up to this step
     * @param count how many messages the account had had then
     */
    record Asked(long account, MessageId after, MessageId before, long sequence, long count) {}

    Replay(View view, RecordedFeed feed, Asked asked) {
        this.view = view;
        this.feed = feed;
        this.asked = asked;
    }

    @Override
    public @Nullable Buffer next() {
        if (hasEnded) {
            return null;
        }
        Buffer page = Buffer.buffer();
        RecordedFeed.Messages open = messages;
        if (open == null) {
            begin(page);
        } else {
            write(read(open), page);
        }
        if (isOver) {
            page.appendString("]}");
            hasEnded = true;
        }
        return page;
    }

    /** Whether the message that was heard last is still here decides what is said. */
    private void begin(Buffer page) {
        long number = asked.after().number();
        RecordedFeed.Messages from = feed.messages(asked.account(), Math.max(1, number));
        List<UserMessage> first = read(from);
        if (isKept(first)) {
            page.appendString("{\"status\":\"success\",\"messages\":[");
            told = number;
            messages = from;
            write(number == 0 ? first : first.subList(1, first.size()), page);
            return;
        }
        page.appendString("{\"status\":\"cache_expired\",\"availableMessages\":[");
        RecordedFeed.Messages all = feed.messages(asked.account(), 1);
        List<UserMessage> oldest = read(all);
        told = oldest.isEmpty() ? 0 : oldest.getFirst().number() - 1;
        messages = all;
        write(oldest, page);
    }

    private boolean isKept(List<UserMessage> first) {
        if (asked.after().equals(MessageId.START)) {
            return first.isEmpty() ? asked.count() == 0 : first.getFirst().number() == 1;
        }
        return !first.isEmpty() && first.getFirst().id().equals(asked.after());
    }

    private List<UserMessage> read(RecordedFeed.Messages from) {
        List<UserMessage> page = new ArrayList<>();
        List<Step> parts = from.next(PAGE);
        isOver = parts.isEmpty();
        for (Step part : parts) {
            if (part.sequence() > asked.sequence()) {
                isOver = true;
                break;
            }
            for (Event event : part.events()) {
                UserMessage.each(
                        event,
                        part.timeMillis(),
                        message -> {
                            if (message.account() == asked.account()) {
                                page.add(message);
                            }
                        });
            }
        }
        return page;
    }

    private void write(List<UserMessage> some, Buffer page) {
        Map<Long, GameRow> games =
                view.gamesById(some.stream().map(UserMessage::game).distinct().toList());
        for (UserMessage message : some) {
            if (message.id().compareTo(asked.before()) >= 0) {
                isOver = true;
                return;
            }
            if (message.number() != told + 1) {
                throw new IllegalStateException(
                        "message " + (told + 1) + " went while others were read");
            }
            told = message.number();
            if (!isFirst) {
                page.appendByte((byte) ',');
            }
            isFirst = false;
            GameRow game = games.get(message.game());
            if (game == null) {
                throw new IllegalStateException("a message about an unknown game");
            }
            page.appendBuffer(Json.write(out -> UserFeedShape.write(message, game, out)));
        }
    }
}
