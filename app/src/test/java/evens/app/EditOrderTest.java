package evens.app;

import static org.assertj.core.api.Assertions.assertThat;

import evens.app.Venue.Player;
import evens.client.EvensClient;
import evens.client.Game;
import evens.client.OpenOrder;
import evens.client.RawResponse;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every rule of {@code POST /session/editOrder} and {@code /session/v4/editOrder}. */
@Tag("contract")
class EditOrderTest {
    private static final String PLAIN = "/session/editOrder";
    private static final String V4 = "/session/v4/editOrder";

    private static Venue venue;
    private static Player ann;
    private static Player bob;
    private Game game;

    @BeforeAll
    static void open() {
        venue = Venue.shared();
        ann = venue.player("ann", "100000");
        bob = venue.player("bob", "100000");
    }

    @BeforeEach
    void aNewGame() {
        game = venue.game();
    }

    /** Ann's order rests at 125 for 100; what she asks for, and what rests then. */
    static Stream<Arguments> edits() {
        return Table.arguments(
                """
                'orderOdds':130                                  | offered 100, odds 130
                'orderVolume':50                                 | offered 50, odds 125
                'orderOdds':130,'orderVolume':50                 | offered 50, odds 130
                'orderOdds':null,'orderVolume':250.5             | offered 250.5, odds 125
                'orderOdds':-119.5,'orderVolume':null            | offered 100, odds -119.5
                'orderOdds':130,'orderType':'limit'              | offered 100, odds 130
                'orderOdds':130,'orderType':'post'               | offered 100, odds 130
                'orderOdds':130,'orderType':'postArb'            | offered 100, odds 130
                'orderOdds':130,'userReference':'new'            | userReference new
                'orderOdds':130                                  | userReference mine
                'orderOdds':130,'intendedOrderVolume':100        | offered 100, odds 130
                'orderOdds':130,'intendedOrderVolume':101        | offered 100, odds 130
                'orderOdds':130,'intendedOrderVolume':99         | offered 100, odds 130
                'orderOdds':130,'blockIfNoOtherSideOrders':false | offered 100, odds 130
                'orderOdds':130,'expiryChange':5                 | offered 100, odds 130
                'orderOdds':130,'expiryChange':'5'               | offered 100, odds 130
                'orderOdds':130,'unknown':[1]                    | offered 100, odds 130
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void aNewOrderStandsInThePlaceOfTheOld(String asked, String offered) {
        for (String path : List.of(PLAIN, V4)) {
            String old = mine();

            JsonNode answer = Wire.data(edit(path, old, asked));

            JsonNode cancelled = answer.required("cancelled");
            Wire.has(
                    cancelled, game, "success true, orderID %s, odds 125, filled 0".formatted(old));
            Wire.has(cancelled, game, "offered 0, remaining 100, side $home, number null");
            Wire.has(cancelled, game, "gameID $game, userReference mine, reason user");
            assertThat(answer.required("matched")).isEmpty();
            JsonNode unmatched = answer.required("unmatched");
            Wire.has(unmatched, game, offered + ", side $home, type moneyline, number null");
            String id = unmatched.required("orderID").asString();
            assertThat(id).isNotEqualTo(old);
            assertThat(openIds()).contains(id).doesNotContain(old);
            ErrorBody.object(cancel(old), "Order already cancelled");
            assertThat(cancel(id).status()).isEqualTo(200);
        }
    }

    /** What is wrong with a body, where $id is ann's order: refused, and the order stays. */
    static Stream<Arguments> malformed() {
        return Table.arguments(
                """
                {}                                                        | sessionID is required
                []                                                        | the body must be an object
                {'orderID':'$id','orderOdds':130}                         | sessionID is required
                {'sessionID':null,'orderOdds':130}                        | sessionID is required
                {'sessionID':12,'orderOdds':130}                          | sessionID must be a string
                {'sessionID':['$id'],'orderOdds':130}                     | sessionID must be a string
                {'sessionID':'nope','orderOdds':130}                      | sessionID must be 24 hex digits
                {'sessionID':'$id0','orderOdds':130}                      | sessionID must be 24 hex digits
                {'sessionID':'$id'}                                       | orderOdds or orderVolume is required
                {'sessionID':'$id','orderOdds':null,'orderVolume':null}   | orderOdds or orderVolume is required
                {'sessionID':'$id','odds':130,'bet':10}                   | orderOdds or orderVolume is required
                {'sessionID':'$id','orderOdds':'130'}                     | orderOdds must be a number
                {'sessionID':'$id','orderOdds':true}                      | orderOdds must be a number
                {'sessionID':'$id','orderOdds':99.9}                      | orderOdds must be from -100000 to -100 .*
                {'sessionID':'$id','orderOdds':100000.1}                  | orderOdds must be from -100000 to -100 .*
                {'sessionID':'$id','orderOdds':110.25}                    | orderOdds must be from -100000 to -100 .*
                {'sessionID':'$id','orderOdds':1e99999999}                | orderOdds must be from -100000 to -100 .*
                {'sessionID':'$id','orderVolume':'50'}                    | orderVolume must be a number
                {'sessionID':'$id','orderVolume':0}                       | orderVolume must be greater than 0
                {'sessionID':'$id','orderVolume':-1}                      | orderVolume must be greater than 0
                {'sessionID':'$id','orderVolume':0.5}                     | orderVolume must be from 1 to 10000000
                {'sessionID':'$id','orderVolume':10000001}                | orderVolume must be from 1 to 10000000
                {'sessionID':'$id','orderVolume':1.0000001}               | orderVolume must have at most six decimals
                {'sessionID':'$id','orderVolume':50,'orderType':'market'} | orderType must be .*
                {'sessionID':'$id','orderVolume':50,'orderType':7}        | orderType must be a string
                {'sessionID':'$id','orderVolume':50,'userReference':7}    | userReference must be a string
                {'sessionID':'$id','orderVolume':50,'userReference':'$x129'} | userReference must have at most 128 .*
                {'sessionID':'$id','orderVolume':50,'expiryChange':-1}    | expiryChange must be an integer .*
                {'sessionID':'$id','orderVolume':50,'expiryChange':1.5}   | expiryChange must be an integer .*
                {'sessionID':'$id','orderVolume':50,'expiryChange':525601} | expiryChange must be an integer .*
                {'sessionID':'$id','orderVolume':50,'expiryChange':'525601'} | expiryChange must be an integer .*
                {'sessionID':'$id','orderVolume':50,'expiryChange':'5m'}  | expiryChange must be an integer .*
                {'sessionID':'$id','orderVolume':50,'expiryChange':''}    | expiryChange must be an integer .*
                {'sessionID':'$id','orderVolume':50,'expiryChange':true}  | expiryChange must be an integer .*
                {'sessionID':'$id','orderVolume':50,'intendedOrderVolume':'9'} | intendedOrderVolume must be a number
                {'sessionID':'$id','orderVolume':50,'intendedOrderVolume':-1} | intendedOrderVolume must be from 0 .*
                {'sessionID':'$id','orderVolume':50,'intendedOrderVolume':1e9} | intendedOrderVolume must be from 0 .*
                {'sessionID':'$id','orderVolume':50,'blockIfNoOtherSideOrders':1} | blockIfNoOtherSideOrders must be .*
                {'sessionID':'$id','orderVolume':50,'epoch':-1}           | epoch must be an integer .*
                {'sessionID':'$id','orderVolume':50,'epoch':'1'}          | epoch must be an integer .*
                {'sessionID':'$id','orderVolume':50,'epoch':1.5}          | epoch must be an integer .*
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("malformed")
    void aBodyThatIsWrongLeavesTheOrder(String body, String error) {
        String id = mine();
        String json = body.replace('\'', '"').replace("$id", id).replace("$x129", "x".repeat(129));

        RawResponse plain = Wire.post(ann, PLAIN, json);
        RawResponse v4 = Wire.post(ann, V4, json);

        assertThat(plain.status()).as(plain.body()).isEqualTo(400);
        ErrorBody.string(plain, error);
        assertThat(v4.status()).as(v4.body()).isEqualTo(400);
        assertThat(v4.json().required("error").asString()).matches(error);
        assertThat(openIds()).contains(id);
    }

    /**
     * Bob offers the other side at 110 for 100; why ann's order may not be replaced by this one.
     */
    static Stream<Arguments> refusals() {
        return Table.arguments(
                """
                'orderOdds':-110,'orderType':'post'            | rejected_order_type_rules | post order cannot have matches
                'orderOdds':-125,'orderType':'postArb'         | rejected_order_type_rules | post arb order cannot have matches outside 1%
                'orderOdds':130,'orderType':'fillAndKill'      | rejected_order_type_rules | fill and kill has no matches
                'orderOdds':130,'orderType':'fillOrKill'       | rejected_order_type_rules | fill or kill has no matches
                'orderOdds':-110,'orderVolume':500,'orderType':'fillOrKill' | rejected_order_type_rules | fill or kill matched but not fully
                'orderOdds':100000,'orderVolume':10000000      | rejected_liability        | Insufficient balance\\.
                'orderOdds':-100000,'orderVolume':1            | validation_error          | bet must win at least 0.01 at its odds
                'orderOdds':130,'epoch':0                      | rejected_order_type_rules | stale epoch
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void whatRefusesTheNewOrderLeavesTheOld(String asked, String type, String error) {
        ann.client().cancelAll();
        Wire.rest(bob, game, "post away at 110 for 100");
        String id = mine();

        RawResponse plain = edit(PLAIN, id, asked);
        RawResponse v4 = edit(V4, id, asked);

        assertThat(plain.status()).as(plain.body()).isEqualTo(400);
        ErrorBody.string(plain, error);
        assertThat(v4.status()).as(v4.body()).isEqualTo(400);
        ErrorBody.order(v4.json(), type, error);
        assertThat(openIds()).contains(id);
    }

    /** In which state an order can not be cancelled, so that nothing stands in its place. */
    static Stream<Arguments> over() {
        return Table.arguments(
                """
                cancelled       | Order already cancelled
                filled          | Order already filled
                started         | Order expired
                paused          | Order is not in the book.*
                their-open      | Not your order
                their-cancelled | Not your order
                unknown         | Order not found
                other-kind      | Order not found
                """);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("over")
    void anOrderThatIsNotInItsBookIsNotReplaced(String word, String description) {
        String id = new StateOfOrders(venue, ann, bob).id(word);
        List<String> before = openIds();

        JsonNode answer = Wire.data(edit(V4, id, "'orderVolume':50"));

        JsonNode cancelled = answer.required("cancelled");
        assertThat(cancelled.propertyNames()).containsExactly("success", "orderID", "description");
        assertThat(cancelled.required("success").booleanValue()).isFalse();
        assertThat(cancelled.required("orderID").asString()).isEqualTo(id.toLowerCase(Locale.ROOT));
        assertThat(cancelled.required("description").asString()).matches(description);
        assertThat(answer.required("matched")).isEmpty();
        assertThat(answer.has("unmatched")).isFalse();
        assertThat(openIds()).isEqualTo(before);
    }

    @Test
    void earlierFillsDoNotCount() {
        String id = Wire.rest(ann, game, "post home at 100 for 10");
        Wire.place(bob, game, "fillAndKill away at 100 for 5");
        JsonNode answer = Wire.data(edit(PLAIN, id, "'orderOdds':185,'orderVolume':10"));
        Wire.has(answer.required("cancelled"), game, "filled 5, remaining 5");
        Wire.has(answer.required("unmatched"), game, "offered 10, odds 185");
    }

    @Test
    void theNewOrderTakesWhatItCan() {
        Wire.rest(bob, game, "post away at 110 for 100");
        String id = mine();
        JsonNode answer = Wire.data(edit(PLAIN, id, "'orderOdds':-110,'orderVolume':30"));
        Wire.has(answer.required("cancelled"), game, "success true, remaining 100");
        Wire.has(answer.required("matched").required(0), game, "amount 30, odds -110");
        assertThat(answer.required("unmatched")).isEmpty();
    }

    @Test
    void anotherRemainderThanIntendedIsCancelledAndNotReplaced() {
        String id = mine();
        JsonNode answer =
                Wire.data(edit(V4, id, "'orderOdds':130,'intendedOrderVolume':101.000001"));
        Wire.has(answer.required("cancelled"), game, "success true, remaining 100");
        assertThat(answer.required("matched")).isEmpty();
        assertThat(answer.has("unmatched")).isFalse();
        assertThat(openIds()).doesNotContain(id);
    }

    @Test
    void withoutTheOtherSideItMayBeRefused() {
        String id = mine();
        String asked = "'orderOdds':130,'blockIfNoOtherSideOrders':true";
        ErrorBody.order(
                edit(V4, id, asked).json(),
                "rejected_order_type_rules",
                "nobody offers the other side");
        assertThat(openIds()).contains(id);
        Wire.rest(bob, game, "post away at 110 for 1");
        Wire.has(Wire.data(edit(V4, id, asked)).required("unmatched"), game, "odds 130");
    }

    @Test
    void withoutATokenItIsNobodys() {
        String id = mine();
        String body = "{\"sessionID\":\"%s\",\"orderVolume\":5}".formatted(id);
        RawResponse response = Wire.post(new EvensClient(venue.server().base()), PLAIN, body);
        assertThat(response.status()).isEqualTo(401);
        assertThat(openIds()).contains(id);
    }

    private String mine() {
        JsonNode placed =
                Wire.placeJson(
                                ann,
                                "["
                                        + Wire.order(game, "post home at 125 for 100")
                                                .replace("}", ",\"userReference\":\"mine\"}")
                                        + "]")
                        .required(0);
        return placed.required("unmatched").required("orderID").asString();
    }

    private static RawResponse edit(String path, String id, String asked) {
        return Wire.post(
                ann, path, "{\"sessionID\":\"%s\",%s}".formatted(id, asked.replace('\'', '"')));
    }

    private static RawResponse cancel(String id) {
        return Wire.post(ann, "/session/cancel", "{\"sessionID\":\"%s\"}".formatted(id));
    }

    private static List<String> openIds() {
        return ann.client().unmatched().stream().map(OpenOrder::id).toList();
    }
}
