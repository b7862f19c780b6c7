package evens.edge.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a long list.
 *
 * @param page from 1
 * @param size rows of a page
 */
record Paging(int page, int size) {
    private static final int USUAL_SIZE = 20;
    private static final int LARGEST_SIZE = 100;
    private static final int MOST_DIGITS = 9;
    private static final int NONE = 0;

    /** What the call asks for; null when it was answered that there is no such page. */
    static @Nullable Paging of(Call call) {
        int page = whole(call.scalar("page"), 1);
        int size = whole(call.scalar("pageSize"), USUAL_SIZE);
        if (page == NONE) {
            call.bad("page must be an integer from 1");
            return null;
        }
        if (size == NONE || size > LARGEST_SIZE) {
            call.bad("pageSize must be an integer from 1 to " + LARGEST_SIZE);
            return null;
        }
        return new Paging(page, size);
    }

    private static int whole(@Nullable String text, int usual) {
        if (text == null) {
            return usual;
        }
        boolean digits =
                !text.isEmpty()
                        && text.length() <= MOST_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : NONE;
    }

    /** The rows of this page; none if the list ends before it. */
    <T> List<T> of(List<T> rows) {
        long from = (page - 1L) * size;
        return rows.stream().skip(from).limit(size).toList();
    }
}
