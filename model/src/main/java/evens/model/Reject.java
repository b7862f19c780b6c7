package evens.model;

/**
 * What is wrong with a command or with one order of it. The edge alone decides which status and
 * text this becomes. Order of declaration is part of the log: append only.
 */
public enum Reject {
    // placing
    GAME_NOT_FOUND,
    GAME_NOT_OPEN,
    WRONG_SIDE,
    ODDS_OUT_OF_RANGE,
    STAKE_OUT_OF_RANGE,
    WIN_TOO_SMALL,
    EXPIRY_OUT_OF_RANGE,
    REFERENCE_TOO_LONG,
    INSUFFICIENT_FUNDS,
    POST_WOULD_MATCH,
    NOTHING_TO_TAKE,
    // cancelling
    ORDER_NOT_FOUND,
    NOT_YOUR_ORDER,
    ALREADY_CANCELLED,
    ALREADY_FILLED,
    ALREADY_EXPIRED,
    // operating
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
    // since markets of every type
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
    // since every order operation
    TRADING_LATCHED,
    EPOCH_STALE,
    POST_ARB_TOO_FAR,
    NOTHING_TO_FILL,
    NOT_FILLED_WHOLLY,
    NO_OTHER_SIDE,
    /** It is paused, or in a live delay. */
    NOT_RESTING,
    LEASE_OUT_OF_RANGE,
    KEY_OF_ANOTHER_COMMAND,
    TOO_MANY_KEYS
}
