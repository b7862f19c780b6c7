package evens.edge.wire;

import evens.edge.view.AccountRow;
import evens.model.Money;
import evens.model.Reject;

/**
 * What the wire says to a client whose request was refused: a status and a text. Every {@link
 * Reject} becomes one here and nowhere else.
 */
public final class Problem {
    private Problem() {}

    /** {@code error} and {@code errorType} of one order of a batch. */
    public record OfOrder(String error, String errorType) {
        /** The order was ended while it waited, by whatever cancels orders. */
        public static final OfOrder CANCELLED_WHILE_DELAYED =
                againstRules("order cancelled during live delay");

        public static OfOrder invalid(String error) {
            return new OfOrder(error, "validation_error");
        }

        static OfOrder againstRules(String error) {
            return new OfOrder(error, "rejected_order_type_rules");
        }
    }

    /** Why the account can not cover an order, with its figures as they are now. */
    public static String insufficientFunds(AccountRow account) {
        return text(Reject.INSUFFICIENT_FUNDS)
                + " You have $%s available for betting. Balance is $%s, credit limit is $%s, current liability is $%s."
                        .formatted(
                                Money.cents(account.available()),
                                Money.cents(account.balance()),
                                Money.cents(account.creditLimit()),
                                Money.cents(account.liability()));
    }

    public static OfOrder ofOrder(Reject reject) {
        return switch (reject) {
            case INSUFFICIENT_FUNDS -> new OfOrder(text(reject), "rejected_liability");
            case POST_WOULD_MATCH,
                    NOTHING_TO_TAKE,
                    TRADING_LATCHED,
                    EPOCH_STALE,
                    POST_ARB_TOO_FAR,
                    NOTHING_TO_FILL,
                    NOT_FILLED_WHOLLY,
                    NO_OTHER_SIDE ->
                    OfOrder.againstRules(text(reject));
            case GAME_NOT_FOUND,
                    GAME_NOT_OPEN,
                    WRONG_SIDE,
                    ODDS_OUT_OF_RANGE,
                    STAKE_OUT_OF_RANGE,
                    WIN_TOO_SMALL,
                    EXPIRY_OUT_OF_RANGE,
                    REFERENCE_TOO_LONG,
                    ORDER_NOT_FOUND,
                    NOT_YOUR_ORDER,
                    ALREADY_CANCELLED,
                    ALREADY_FILLED,
                    ALREADY_EXPIRED,
                    ACCOUNT_NOT_FOUND,
                    LIMIT_OUT_OF_RANGE,
                    AMOUNT_OUT_OF_RANGE,
                    TOTAL_OUT_OF_RANGE,
                    LEAGUE_NOT_FOUND,
                    LEAGUE_DIFFERS,
                    GAME_EXISTS,
                    STARTS_IN_THE_PAST,
                    SAME_PARTICIPANT_TWICE,
                    GAME_IS_CLOSED,
                    MARKET_NOT_OFFERED,
                    NUMBER_OUT_OF_RANGE,
                    EXCHANGE_SUSPENDED,
                    ACCOUNT_BANNED,
                    WITHDRAWAL_TOO_LARGE,
                    WOULD_BE_UNCOVERED,
                    PARENT_NOT_FOUND,
                    TERMS_DIFFER,
                    LIVE_DELAY_OUT_OF_RANGE,
                    PARTICIPANT_NOT_FOUND,
                    NOT_RESTING,
                    LEASE_OUT_OF_RANGE,
                    KEY_OF_ANOTHER_COMMAND,
                    TOO_MANY_KEYS ->
                    OfOrder.invalid(text(reject));
        };
    }

    /** The HTTP status of a request that was refused for this reason as a whole. */
    public static int status(Reject reject) {
        return switch (reject) {
            case ORDER_NOT_FOUND, ACCOUNT_NOT_FOUND, GAME_NOT_FOUND -> 404;
            case NOT_YOUR_ORDER, ACCOUNT_BANNED -> 403;
            case ALREADY_CANCELLED,
                    ALREADY_FILLED,
                    ALREADY_EXPIRED,
                    TOTAL_OUT_OF_RANGE,
                    LEAGUE_NOT_FOUND,
                    LEAGUE_DIFFERS,
                    GAME_EXISTS,
                    GAME_IS_CLOSED,
                    GAME_NOT_OPEN,
                    INSUFFICIENT_FUNDS,
                    POST_WOULD_MATCH,
                    NOTHING_TO_TAKE,
                    EXCHANGE_SUSPENDED,
                    WITHDRAWAL_TOO_LARGE,
                    WOULD_BE_UNCOVERED,
                    PARENT_NOT_FOUND,
                    TRADING_LATCHED,
                    EPOCH_STALE,
                    POST_ARB_TOO_FAR,
                    NOTHING_TO_FILL,
                    NOT_FILLED_WHOLLY,
                    NO_OTHER_SIDE,
                    NOT_RESTING ->
                    409;
            case KEY_OF_ANOTHER_COMMAND -> 422;
            case TOO_MANY_KEYS -> 429;
            case WRONG_SIDE,
                    ODDS_OUT_OF_RANGE,
                    STAKE_OUT_OF_RANGE,
                    WIN_TOO_SMALL,
                    EXPIRY_OUT_OF_RANGE,
                    REFERENCE_TOO_LONG,
                    LIMIT_OUT_OF_RANGE,
                    AMOUNT_OUT_OF_RANGE,
                    STARTS_IN_THE_PAST,
                    SAME_PARTICIPANT_TWICE,
                    MARKET_NOT_OFFERED,
                    NUMBER_OUT_OF_RANGE,
                    TERMS_DIFFER,
                    LIVE_DELAY_OUT_OF_RANGE,
                    PARTICIPANT_NOT_FOUND,
                    LEASE_OUT_OF_RANGE ->
                    400;
        };
    }

    public static String text(Reject reject) {
        return switch (reject) {
            case GAME_NOT_FOUND -> "game not found";
            case GAME_NOT_OPEN -> "game is not open";
            case WRONG_SIDE -> "side or market is not one of this game";
            case ODDS_OUT_OF_RANGE -> "odds are out of range";
            case STAKE_OUT_OF_RANGE -> "bet must be from 1 to 10000000";
            case WIN_TOO_SMALL -> "bet must win at least 0.01 at its odds";
            case EXPIRY_OUT_OF_RANGE -> "expirationMinutes must be an integer from 0 to 525600";
            case REFERENCE_TOO_LONG -> "userReference is too long";
            case INSUFFICIENT_FUNDS -> "Insufficient balance.";
            case POST_WOULD_MATCH -> "post order cannot have matches";
            case NOTHING_TO_TAKE -> "fill and kill has no matches";
            case ORDER_NOT_FOUND -> "Order not found";
            case NOT_YOUR_ORDER -> "Not your order";
            case ALREADY_CANCELLED -> "Order already cancelled";
            case ALREADY_FILLED -> "Order already filled";
            case ALREADY_EXPIRED -> "Order expired";
            case ACCOUNT_NOT_FOUND -> "account not found";
            case LIMIT_OUT_OF_RANGE -> "a limit of the account is out of range";
            case AMOUNT_OUT_OF_RANGE -> "amount must be greater than 0 and at most 1000000000";
            case TOTAL_OUT_OF_RANGE -> "all deposits and credit together would be too much";
            case LEAGUE_NOT_FOUND -> "league not found";
            case LEAGUE_DIFFERS -> "the league exists with another sport or live delay";
            case GAME_EXISTS -> "the game exists already";
            case STARTS_IN_THE_PAST -> "start must be in the future";
            case SAME_PARTICIPANT_TWICE -> "away and home must be different participants";
            case GAME_IS_CLOSED -> "the game is closed";
            case MARKET_NOT_OFFERED -> "this type is not offered on this game";
            case NUMBER_OUT_OF_RANGE ->
                    "number must be from -1000 to 1000 (0 to 1000 for totals) in steps of 0.25";
            case EXCHANGE_SUSPENDED -> "the exchange is suspended";
            case ACCOUNT_BANNED -> "the account is banned";
            case WITHDRAWAL_TOO_LARGE ->
                    "more than can be withdrawn: credit and what is at stake stay";
            case WOULD_BE_UNCOVERED ->
                    "the account could not cover its bets any more; force does it all the same";
            case PARENT_NOT_FOUND -> "the parent game does not exist";
            case TERMS_DIFFER -> "only start, names and featured may be changed";
            case LIVE_DELAY_OUT_OF_RANGE -> "liveDelaySeconds must be an integer from 0 to 60";
            case PARTICIPANT_NOT_FOUND -> "a game needs two participants";
            case TRADING_LATCHED -> "trading is latched";
            case EPOCH_STALE -> "stale epoch";
            case POST_ARB_TOO_FAR -> "post arb order cannot have matches outside 1%";
            case NOTHING_TO_FILL -> "fill or kill has no matches";
            case NOT_FILLED_WHOLLY -> "fill or kill matched but not fully";
            case NO_OTHER_SIDE -> "nobody offers the other side";
            case NOT_RESTING -> "Order is not in the book: it is paused, or in its live delay";
            case LEASE_OUT_OF_RANGE -> "timeout is out of range";
            case KEY_OF_ANOTHER_COMMAND ->
                    "the idempotency key was used for another request before";
            case TOO_MANY_KEYS -> "too many idempotency keys of the last 24 hours";
        };
    }
}
