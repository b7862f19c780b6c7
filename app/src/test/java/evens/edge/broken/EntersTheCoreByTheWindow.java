package evens.edge.broken;

import evens.core.book.Book;
import org.jspecify.annotations.Nullable;

/** Breaks a rule of the architecture on purpose. */
public final class EntersTheCoreByTheWindow {
    public @Nullable Book book;
}
