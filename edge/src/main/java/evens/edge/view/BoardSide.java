package evens.edge.view;

import evens.model.Event;
import evens.model.GameState;
import evens.model.GameTerms;
import evens.model.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The side of the view that belongs to everybody: leagues, games and their books. */
final class BoardSide {
    private final Changes changes;
    private final Map<String, LeagueRow> leagues = new TreeMap<>();
    private final Map<Long, Board> games = new LinkedHashMap<>();
    private final Map<Long, List<Long>> childrenByParent = new HashMap<>();

    /** The boards, which say what is different on them. */
    BoardSide(Changes changes) {
        this.changes = changes;
    }

    // written

    void addLeague(Event.LeagueCreated created) {
        leagues.put(
                created.league(),
                new LeagueRow(created.league(), created.sport(), created.liveDelaySeconds()));
    }

    void changeLeague(Event.LeagueChanged changed) {
        leagues.computeIfPresent(
                changed.league(), (_, row) -> row.with(changed.liveDelaySeconds()));
    }

    void addGame(Event.GameCreated created) {
        GameTerms terms = created.terms();
        LeagueRow league = leagues.get(terms.league());
        String sport = league == null ? "" : league.sport();
        games.put(
                terms.game(), new Board(new GameRow(terms, created.state(), sport, 0, 0), changes));
        if (terms.parent() != Ids.NONE) {
            childrenByParent
                    .computeIfAbsent(terms.parent(), _ -> new ArrayList<>())
                    .add(terms.game());
        }
    }

    void changeGame(Event.GameChanged changed) {
        Board board = board(changed.terms().game());
        board.change(board.row.with(changed.terms(), changed.state()));
    }

    void changeState(long game, GameState state) {
        Board board = board(game);
        board.change(board.row.with(board.row.terms(), state));
    }

    Board board(long game) {
        Board board = games.get(game);
        if (board == null) {
            throw new IllegalStateException("game " + game + " was never created");
        }
        return board;
    }

    // read

    List<LeagueRow> leagues() {
        return List.copyOf(leagues.values());
    }

    @Nullable LeagueRow league(String name) {
        return leagues.get(name);
    }

    @Nullable GameRow game(long id) {
        Board board = games.get(id);
        return board == null ? null : board.row;
    }

    List<GameRow> games(Predicate<GameRow> which) {
        return games.values().stream().map(board -> board.row).filter(which).toList();
    }

    Map<Long, GameRow> gamesById(Collection<Long> ids) {
        Map<Long, GameRow> rows = new HashMap<>();
        for (Long id : ids) {
            Board board = games.get(id);
            if (board != null) {
                rows.put(id, board.row);
            }
        }
        return rows;
    }

    List<BookRow> books(Collection<Long> ids) {
        List<BookRow> books = new ArrayList<>();
        Map<Long, Long> volumes = new HashMap<>();
        for (long id : ids) {
            Board board = games.get(id);
            if (board != null) {
                long volume = volumes.computeIfAbsent(root(board), this::volumeWithChildren);
                books.add(new BookRow(board.row, board.rows(), board.main(), volume));
            }
        }
        return books;
    }

    LadderRow ladder(Change.Ladder ladder) {
        return board(ladder.game()).ladder(ladder.market(), ladder.takers());
    }

    /** All games below this one, its children before theirs. */
    List<GameRow> descendants(long game) {
        List<Long> found = new ArrayList<>(children(game));
        for (int i = 0; i < found.size(); i++) {
            found.addAll(children(found.get(i)));
        }
        return found.stream().map(id -> board(id).row).toList();
    }

    private List<Long> children(long game) {
        return childrenByParent.getOrDefault(game, List.of());
    }

    private long root(Board board) {
        GameTerms terms = board.row.terms();
        return terms.parent() == Ids.NONE ? terms.game() : root(board(terms.parent()));
    }

    private long volumeWithChildren(long game) {
        long volume = board(game).row.matchedVolume();
        for (long child : children(game)) {
            volume += volumeWithChildren(child);
        }
        return volume;
    }
}
