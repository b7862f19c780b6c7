package evens.client;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** What an import of games did, and every row that it has something to say about. */
public record ImportReport(int created, int skipped, int graded, List<Row> reports) {

    /** A row of the file, counted from 0, and what was special about it. */
    public record Row(int index, String reason) {}

    static ImportReport of(JsonNode json) {
        return new ImportReport(
                json.required("created").intValue(),
                json.required("skipped").intValue(),
                json.required("graded").intValue(),
                Json.list(
                        json.required("reports"),
                        row ->
                                new Row(
                                        row.required("index").intValue(),
                                        Json.text(row, "reason"))));
    }
}
