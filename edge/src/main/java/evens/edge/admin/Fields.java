package evens.edge.admin;

import evens.edge.rest.Call;
import evens.edge.wire.Texts;
import evens.model.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a request, read one by one. What is wrong is refused by the field's name; so is,
 * from an operator, a field that nobody asked for.
 */
public final class Fields {
    private final JsonNode object;

    private Fields(JsonNode object) {
        this.object = object;
    }

    /** A field is missing, unknown, or not what it has to be. */
    public static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        public Refused(String message) {
            super(message, null, false, false);
        }

        String text() {
            String message = getMessage();
            return message == null ? "" : message;
        }
    }

    /** What reads fields on its way. */
    public interface Reading {
        void handle(Call call) throws Refused;
    }

    /** A handler that answers a refused field with 400. */
    public static Consumer<Call> answering(Reading operation) {
        return call -> {
            try {
                operation.handle(call);
            } catch (Refused refused) {
                call.bad(refused.text());
            }
        };
    }

    /** The fields of a client of the public API, who may send what it likes beside them. */
    public static Fields ignoringOthers(Call call) throws Refused {
        return new Fields(object(call.body(), "the body"));
    }

    private static JsonNode object(@Nullable JsonNode value, String what) throws Refused {
        if (value == null || !value.isObject()) {
            throw new Refused(what + " must be an object");
        }
        return value;
    }

    static Fields of(Call call, String... known) throws Refused {
        return of(call.body(), "the body", known);
    }

    static Fields of(@Nullable JsonNode value, String what, String... known) throws Refused {
        JsonNode object = object(value, what);
        List<String> names = List.of(known);
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!names.contains(field.getKey())) {
                throw new Refused("unknown field: " + field.getKey());
            }
        }
        return new Fields(object);
    }

    /** Whether it is there, be it null. */
    boolean isGiven(String name) {
        return object.has(name);
    }

    boolean has(String name) {
        return optional(name) != null;
    }

    Fields object(String name, String... known) throws Refused {
        return of(object.get(name), name, known);
    }

    public String text(String name, int maxLength) throws Refused {
        String text = optionalText(name, maxLength);
        if (text == null || text.isBlank()) {
            throw new Refused(name + " is required");
        }
        return text;
    }

    public @Nullable String optionalText(String name, int maxLength) throws Refused {
        JsonNode value = optional(name);
        if (value == null) {
            return null;
        }
        if (!value.isString() || !Texts.isClean(value.stringValue(), maxLength)) {
            throw new Refused(name + " must be text of at most " + maxLength + " characters");
        }
        return value.stringValue();
    }

    boolean flag(String name, boolean otherwise) throws Refused {
        JsonNode value = optional(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            throw new Refused(name + " must be true or false");
        }
        return value.booleanValue();
    }

    /** A list of words. */
    public List<String> words(String name) throws Refused {
        JsonNode value = optional(name);
        if (value == null) {
            throw new Refused(name + " is required");
        }
        List<String> words = new ArrayList<>();
        if (!value.isArray()) {
            throw new Refused(name + " must be a list of words");
        }
        for (JsonNode word : value) {
            if (!word.isString()) {
                throw new Refused(name + " must be a list of words");
            }
            words.add(word.stringValue());
        }
        return words;
    }

    public int integer(String name, int min, int max, int otherwise) throws Refused {
        JsonNode value = optional(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isIntegralNumber()
                || !value.canConvertToInt()
                || value.intValue() < min
                || value.intValue() > max) {
            throw new Refused(name + " must be an integer from " + min + " to " + max);
        }
        return value.intValue();
    }

    /** An amount in dollars with at most six decimals, in micro-dollars. */
    long amount(String name, long min, long max, @Nullable Long otherwise) throws Refused {
        JsonNode value = optional(name);
        if (value == null) {
            if (otherwise == null) {
                throw new Refused(name + " is required");
            }
            return otherwise;
        }
        String range =
                name
                        + " must be a number from "
                        + Money.dollars(min).toPlainString()
                        + " to "
                        + Money.dollars(max).toPlainString()
                        + " with at most six decimals";
        if (!value.isNumber()) {
            throw new Refused(range);
        }
        BigDecimal dollars = value.decimalValue();
        if (dollars.compareTo(Money.dollars(min)) < 0
                || dollars.compareTo(Money.dollars(max)) > 0) {
            throw new Refused(range);
        }
        try {
            return Money.ofDollars(dollars);
        } catch (ArithmeticException tooFine) {
            throw new Refused(range);
        }
    }

    long instantMillis(String name) throws Refused {
        return instantMillis(text(name, 64), name);
    }

    static long instantMillis(String text, String name) throws Refused {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            return instant.toEpochMilli();
        } catch (DateTimeException | ArithmeticException malformed) {
            throw new Refused(name + " must be a time such as 2026-03-01T18:30:00Z");
        }
    }

    private @Nullable JsonNode optional(String name) {
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
