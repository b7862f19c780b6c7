package evens.core;

import static evens.core.Wording.micros;

import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Command.Scope;
import evens.model.Command.Stamp;
import evens.model.MarketType;
import evens.model.OrderType;
import evens.model.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What an account may ask for, as a {@link Transcript} writes it. */
final class Commands {
    private Commands() {}

    static Command of(long account, List<String> words) {
        return switch (words.get(0)) {
            case "cancelAll" -> {
                Map<String, String> more = Transcript.pairs(words, 1);
                yield new Command.CancelAllOrders(
                        account, more.containsKey("latch"), connection(more));
            }
            case "cancelGame" ->
                    new Command.CancelOrdersOfGame(
                            account,
                            Transcript.number(words, 1),
                            scope(Transcript.pairs(words, 2)));
            case "cancelLeague" ->
                    new Command.CancelOrdersOfLeague(
                            account, words.get(1).equals("LIVE") ? null : words.get(1));
            case "cancelReferences" ->
                    new Command.CancelByReference(
                            account, Transcript.number(words, 1), words.subList(2, words.size()));
            case "pause" -> {
                Map<String, String> more = Transcript.pairs(words, 1);
                yield new Command.PauseOrders(account, game(more), connection(more));
            }
            case "resume" -> {
                Map<String, String> more = Transcript.pairs(words, 1);
                yield new Command.ResumeOrders(account, stamp(more), game(more));
            }
            case "release" -> new Command.ReleaseLatch(account);
            case "lease" -> new Command.RenewLease(account, Transcript.number(words, 1));
            case "dropLease" -> new Command.DropLease(account);
            default -> place(account, words);
        };
    }

    private static Command place(long account, List<String> words) {
        int first = 1 + Wording.backed(words).words() + 2;
        int comma = words.contains(",") ? words.indexOf(",") : words.size();
        Stamp stamp = stamp(Transcript.pairs(words.subList(0, comma), first));
        return new Command.PlaceOrders(account, stamp, batch(words));
    }

    static Stamp stamp(Map<String, String> more) {
        long epoch =
                more.containsKey("epoch")
                        ? Long.parseLong(more.get("epoch"))
                        : Stamp.LATEST.epoch();
        return new Stamp(epoch, connection(more));
    }

    private static long connection(Map<String, String> more) {
        return Long.parseLong(more.getOrDefault("via", "0"));
    }

    private static long game(Map<String, String> more) {
        return Long.parseLong(more.getOrDefault("game", "0"));
    }

    private static Scope scope(Map<String, String> more) {
        String side = more.get("side");
        String about = more.get("about");
        boolean named = "HOME".equals(side) || "AWAY".equals(side);
        return new Scope(
                more.containsKey("type") ? MarketType.valueOf(more.get("type")) : null,
                more.containsKey("twoWay"),
                side == null ? null : named ? Side.PARTICIPANT : Side.valueOf(side),
                side != null && named ? Wording.participant(side) : 0,
                about != null,
                about == null ? 0 : Wording.participant(about));
    }

    static OrderType orderType(String word) {
        return switch (word) {
            case "limit" -> OrderType.LIMIT;
            case "post" -> OrderType.POST;
            case "postArb" -> OrderType.POST_ARB;
            case "fillAndKill" -> OrderType.FILL_AND_KILL;
            case "fillOrKill" -> OrderType.FILL_OR_KILL;
            default -> throw new IllegalArgumentException("no command: " + word);
        };
    }

    static int expiry(String word) {
        return word.equals("default") ? NewOrder.BY_DEFAULT : Integer.parseInt(word);
    }

    /** The orders of one line, separated by a comma. */
    static List<NewOrder> batch(List<String> words) {
        List<NewOrder> batch = new ArrayList<>();
        int from = 0;
        for (int i = 0; i <= words.size(); i++) {
            if (i == words.size() || words.get(i).equals(",")) {
                batch.add(newOrder(words.subList(from, i)));
                from = i + 1;
            }
        }
        return batch;
    }

    private static NewOrder newOrder(List<String> words) {
        Wording.Backed backed = Wording.backed(words);
        int odds = 1 + backed.words();
        Map<String, String> more = Transcript.pairs(words, odds + 2);
        return new NewOrder(
                Long.parseLong(more.getOrDefault("game", "1")),
                backed.type(),
                backed.side(),
                backed.participant(),
                backed.number(),
                Wording.line(words.get(odds)),
                micros(words.get(odds + 1)),
                orderType(words.get(0)),
                expiry(more.getOrDefault("expires", "0")),
                more.get("ref"));
    }
}
