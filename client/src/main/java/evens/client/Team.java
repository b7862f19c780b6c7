package evens.client;

import tools.jackson.databind.JsonNode;

/** A participant of a game. */
public record Team(String id, String longName) {

    static Team of(JsonNode json) {
        return new Team(Json.text(json, "id"), Json.text(json, "longName"));
    }
}
