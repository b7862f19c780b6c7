package evens.core.orders;

import evens.core.catalog.Catalog;
import evens.core.catalog.Game;
import evens.core.ledger.Account;
import evens.core.ledger.Fence;
import evens.model.Command.NewOrder;
import evens.model.Market;
import evens.model.MarketType;
import evens.model.Money;
import evens.model.Odds;
import evens.model.Outcome;
import evens.model.Reject;
import org.jspecify.annotations.Nullable;

/**
 * Who may place what: checks that look at nothing but the account, the game and the order itself.
 * Their order is the order of precedence of their rejects.
 */
final class Admission {
    private final Catalog catalog;

    Admission(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Whether the account may place anything that was sent in this epoch by this connection. */
    static @Nullable Reject ofAccount(@Nullable Account account, long epoch, long connection) {
        if (account == null) {
            return Reject.ACCOUNT_NOT_FOUND;
        }
        if (account.isBanned()) {
            return Reject.ACCOUNT_BANNED;
        }
        Fence fence = account.fence();
        if (fence.isLatched()) {
            return Reject.TRADING_LATCHED;
        }
        return fence.isStale(epoch, connection) ? Reject.EPOCH_STALE : null;
    }

    /** Whether anything may be placed on the game now. */
    @Nullable Reject ofGame(@Nullable Game game) {
        if (game == null) {
            return Reject.GAME_NOT_FOUND;
        }
        if (catalog.isSuspended()) {
            return Reject.EXCHANGE_SUSPENDED;
        }
        return game.isOpen() ? null : Reject.GAME_NOT_OPEN;
    }

    /** Whether there is such a question, and such an answer to it. */
    static @Nullable Reject ofMarket(
            Game game, MarketType type, @Nullable Outcome outcome, int number) {
        if (!game.offers(type)) {
            return Reject.MARKET_NOT_OFFERED;
        }
        if (outcome == null) {
            return Reject.WRONG_SIDE;
        }
        return isNumberOf(type, number) ? null : Reject.NUMBER_OUT_OF_RANGE;
    }

    private static boolean isNumberOf(MarketType type, int number) {
        return switch (type) {
            case MONEYLINE, MONEYLINE_1X2 -> true; // not looked at
            case SPREAD -> number >= -Market.MAX_NUMBER && number <= Market.MAX_NUMBER;
            case TOTAL -> number >= 0 && number <= Market.MAX_NUMBER;
        };
    }

    /** Whether odds, stake, time and reference are possible. */
    static @Nullable Reject ofTerms(int line, long stake, int expiryMinutes, int referenceLength) {
        if (line < -Odds.MAX_LINE || line > Odds.MAX_LINE) {
            return Reject.ODDS_OUT_OF_RANGE;
        }
        if (stake < Money.MIN_STAKE || stake > Money.MAX_STAKE) {
            return Reject.STAKE_OUT_OF_RANGE;
        }
        if (Plan.isTooSmall(stake, line)) {
            return Reject.WIN_TOO_SMALL;
        }
        if (expiryMinutes < NewOrder.BY_DEFAULT || expiryMinutes > NewOrder.MAX_EXPIRY_MINUTES) {
            return Reject.EXPIRY_OUT_OF_RANGE;
        }
        return referenceLength > NewOrder.MAX_REFERENCE_BYTES ? Reject.REFERENCE_TOO_LONG : null;
    }
}
