package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads every key and every value of a frame that anybody may get, and knows what may be there. */
final class PublicFrame {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** What belongs to accounts begins so, ids, names and references. */
    private static final String ACCOUNT = "65acc001";

    /** Shorter than any token. */
    private static final int LONGEST_TEXT = 60;

    /** Less than any balance, more than any figure of a book. */
    private static final BigDecimal LARGEST = new BigDecimal("100000000");

    /** Numbers of spreads and totals, and participants of three-way questions. */
    private static final Pattern NAMED_BY_CHOICE =
            Pattern.compile("-?[0-9]{1,4}(\\.[0-9]{1,2})?|65feed1e[0-9a-f]{16}");

    private static final Set<String> OF_FRAMES =
            Set.of(
                    "epoch",
                    "sequence",
                    "time",
                    "messageType",
                    "gameID",
                    "parentGameID",
                    "sport",
                    "league",
                    "live",
                    "type",
                    "participantID",
                    "market",
                    "side",
                    "OU",
                    "total",
                    "spread",
                    "mainHomeSpread",
                    "mainAwaySpread",
                    "mainTotal",
                    "sideOrders",
                    "matchedVolume");

    private static final Set<String> OF_OFFERS =
            Set.of(
                    "id",
                    "createdBy",
                    "sumUntaken",
                    "odds",
                    "bet",
                    "takenRatio",
                    "expiry",
                    "createdAt",
                    "gameStartExpiry",
                    "isPostArb");

    private static final Set<String> OF_GAMES =
            Set.of(
                    "cheapDataUID",
                    "start",
                    "ended",
                    "featured",
                    "eventName",
                    "tournamentName",
                    "periodName",
                    "isSpecials",
                    "participants",
                    "longName",
                    "shortName",
                    "homeAway",
                    "mainPitcher",
                    "rotationNumber",
                    "futuresSide",
                    "score",
                    "userCreated",
                    "dateGame",
                    "source",
                    "isYesNo",
                    "isMarketOpen",
                    "openInterest",
                    "matchedVolumeGameType",
                    "rootGameMatchedVolumeIncludingChildren",
                    "matchedVolumeByMarket",
                    "moneyline",
                    "moneyline1x2",
                    "draw",
                    "byAwaySpread",
                    "byTotal");

    private static final Set<String> OF_BOOKS =
            Set.of(
                    "awayMoneylines",
                    "homeMoneylines",
                    "awaySpreads",
                    "homeSpreads",
                    "over",
                    "under",
                    "homeMoneylines1x2",
                    "awayMoneylines1x2",
                    "draw1x2",
                    "homeYes",
                    "homeNo",
                    "awayYes",
                    "awayNo",
                    "drawYes",
                    "drawNo");

    private PublicFrame() {}

    /**
     * Fails if it says anything of an account, but which offers are the reader's own.
     *
     * @return how many offers it says that of
     */
    static int check(String text, String reader) {
        int own = 0;
        String key = "";
        try (JsonParser json = MAPPER.createParser(text)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.PROPERTY_NAME) {
                    key = json.currentName();
                    assertThat(isPublic(key)).as("the key %s in %s", key, text).isTrue();
                } else if (token == JsonToken.VALUE_STRING) {
                    own += text(key, json.getString(), reader, text);
                } else if (token.isNumeric()) {
                    boolean small = json.getDecimalValue().abs().compareTo(LARGEST) < 0;
                    assertThat(small).as("the number of %s in %s", key, text).isTrue();
                }
            }
        }
        return own;
    }

    private static boolean isPublic(String key) {
        return OF_OFFERS.contains(key)
                || OF_FRAMES.contains(key)
                || OF_BOOKS.contains(key)
                || OF_GAMES.contains(key)
                || NAMED_BY_CHOICE.matcher(key).matches();
    }

    private static int text(String key, String value, String reader, String frame) {
        if (key.equals("createdBy")) {
            assertThat(value).as(frame).isEqualTo(reader);
            return 1;
        }
        boolean isPrivate =
                value.length() > LONGEST_TEXT
                        || value.contains(ACCOUNT)
                        || value.contains(Dealer.MARK);
        assertThat(isPrivate).as("%s of %s in %s", value, key, frame).isFalse();
        return 0;
    }
}
