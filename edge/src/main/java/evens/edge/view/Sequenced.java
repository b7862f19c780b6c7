package evens.edge.view;

import org.jspecify.annotations.Nullable;

/** Rows of the view, and the last step that they contain. */
public record Sequenced<T extends @Nullable Object>(T rows, long sequence) {}
