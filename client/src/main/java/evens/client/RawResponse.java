package evens.client;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Any answer, whatever its status. */
public record RawResponse(int status, HttpHeaders headers, String body) {

    public JsonNode json() {
        return Json.read(body);
    }
}
