package evens.edge.admin;

import evens.model.Ids;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;

/**
 * Numbers of games and participants. A team has the same one in all games of its sport, and a row
 * of an import always the same game, so that importing twice creates nothing twice.
 */
final class GameIds {
    private static final SecureRandom RANDOM = new SecureRandom();

    private GameIds() {}

    static long random() {
        return positive(RANDOM.nextLong());
    }

    static long participant(String sport, String longName) {
        return hash(List.of("participant", sport, longName.toLowerCase(Locale.ROOT)));
    }

    static long imported(String season, String round, String team1, String team2) {
        return hash(List.of("game", season, round, team1, team2));
    }

    /** The live game of a game: there is one. */
    static long live(long parent) {
        return hash(List.of("live", Ids.GAME.hex(parent)));
    }

    private static long hash(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, bytes.length));
                digest.update(bytes);
            }
            return positive(ByteBuffer.wrap(digest.digest()).getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    private static long positive(long number) {
        return Math.max(1, number & Long.MAX_VALUE);
    }
}
