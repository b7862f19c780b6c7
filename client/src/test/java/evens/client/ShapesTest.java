package evens.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ShapesTest {
    @Test
    void anOrderIsWrittenAsDocumented() {
        NewOrder order = NewOrder.of("65f0", "a1", -110, "100.50", OrderType.FILL_AND_KILL);
        assertThat(order.json().toString())
                .isEqualTo(
                        """
                        {"gameID":"65f0","type":"moneyline","side":"a1","odds":-110,"bet":100.50,\
                        "orderType":"fillAndKill"}\
                        """);
        assertThat(order.withReference("mine").json().toString())
                .contains("\"userReference\":\"mine\"");
    }

    @ParameterizedTest
    @MethodSource("picks")
    void whatIsBackedIsWrittenAsDocumented(Pick pick, String fields) {
        NewOrder order =
                new NewOrder(
                        "65f0", pick, BigDecimal.TEN, BigDecimal.ONE, OrderType.POST, null, null);
        assertThat(order.json().toString())
                .isEqualTo(
                        "{\"gameID\":\"65f0\","
                                + fields
                                + ",\"odds\":10,\"bet\":1,\"orderType\":\"post\"}");
    }

    static Stream<Arguments> picks() {
        BigDecimal number = new BigDecimal("-0.25");
        return Stream.of(
                Arguments.of(Pick.moneyline("a1"), "\"type\":\"moneyline\",\"side\":\"a1\""),
                Arguments.of(
                        Pick.spread("a1", number),
                        "\"type\":\"spread\",\"side\":\"a1\",\"number\":-0.25"),
                Arguments.of(
                        Pick.total("over", BigDecimal.TWO),
                        "\"type\":\"total\",\"side\":\"over\",\"number\":2"),
                Arguments.of(
                        Pick.threeWay("no", "draw"),
                        "\"type\":\"moneyline1x2\",\"side\":\"no\",\"market\":\"draw\""));
    }

    @Test
    void aBetOnATotalBacksNobody() {
        OpenOrder order =
                OpenOrder.of(
                        Json.read(
                                """
                                {"game": {"id": "G"}, "id": "A", "type": "total", "odds": 140,
                                 "filled": 0, "offered": 5, "remaining": 5, "OU": "over",
                                 "createdAt": "2026-03-01T18:30:00Z", "wagerRequestID": "W"}
                                """));
        assertThat(order.type()).isEqualTo("total");
        assertThat(order.participantID()).isNull();
    }

    @Test
    void aTakenOrderLeavesNoOffer() {
        Placed placed =
                Placed.of(
                        Json.read(
                                """
                                {"matched": [{"amount": 30.909091, "odds": 110, "type": "moneyline",
                                  "side": "a1", "orderID": "A", "txID": "T", "wagerRequestID": "W",
                                  "risk": 31.218182, "win": 33.66, "winWithoutCommission": 34,
                                  "number": null}],
                                 "unmatched": {}}
                                """));
        assertThat(placed.unmatched()).isNull();
        assertThat(placed.accepted()).isTrue();
        assertThat(placed.matched())
                .isEqualTo(
                        List.of(
                                new Fill(
                                        "A",
                                        "T",
                                        "W",
                                        new BigDecimal("30.909091"),
                                        new BigDecimal("110"),
                                        new BigDecimal("31.218182"),
                                        new BigDecimal("33.66"),
                                        new BigDecimal("34"))));
    }

    @Test
    void aRefusedOrderSaysWhy() {
        Placed placed =
                Placed.of(
                        Json.read(
                                """
                                {"error": "post order cannot have matches",
                                 "errorType": "rejected_order_type_rules"}
                                """));
        assertThat(placed)
                .isEqualTo(
                        new Placed(
                                List.of(),
                                null,
                                "post order cannot have matches",
                                "rejected_order_type_rules"));
    }

    @Test
    void aCancelOfSomebodyElsesOrderHasNoId() {
        Cancelled entry =
                Cancelled.of(Json.read("{\"success\": false, \"reason\": \"Not your order\"}"));
        assertThat(entry.success()).isFalse();
        assertThat(entry.sessionID()).isNull();
        assertThat(entry.reason()).isEqualTo("Not your order");
    }

    @Test
    void theSocketSaysTheSameInOtherWords() {
        Cancelled failed =
                Cancelled.of(
                        Json.read(
                                """
                                {"success": false, "orderID": "A",
                                 "description": "order already cancelled"}
                                """));
        assertThat(failed.sessionID()).isEqualTo("A");
        assertThat(failed.reason()).isEqualTo("order already cancelled");
        Cancelled done =
                Cancelled.of(
                        Json.read(
                                """
                                {"success": true, "orderID": "A", "description": "Lakers ML",
                                 "reason": "user", "odds": 150, "filled": 1, "remaining": 4}
                                """));
        assertThat(done.sessionID()).isEqualTo("A");
        assertThat(done.reason()).isEqualTo("user");
        assertThat(Placed.of(Json.read("{\"error\": \"no\", \"error_type\": \"system_error\"}")))
                .isEqualTo(new Placed(List.of(), null, "no", "system_error"));
    }

    @Test
    void anEditIsWrittenAsDocumented() {
        assertThat(Edit.of("A", BigDecimal.TEN, null).json().toString())
                .isEqualTo(
                        """
                        {"sessionID":"A","orderOdds":10,"orderVolume":null,"orderType":"limit"}\
                        """);
        Edit all =
                new Edit(
                        "A",
                        null,
                        BigDecimal.ONE,
                        OrderType.POST_ARB,
                        0,
                        "mine",
                        BigDecimal.TWO,
                        true);
        assertThat(all.json().toString())
                .isEqualTo(
                        """
                        {"sessionID":"A","orderOdds":null,"orderVolume":1,"orderType":"postArb",\
                        "expiryChange":0,"userReference":"mine","intendedOrderVolume":2,\
                        "blockIfNoOtherSideOrders":true}\
                        """);
    }

    @Test
    void anEditThatFailedPlacesNothing() {
        Edited edited =
                Edited.of(
                        Json.read(
                                """
                                {"cancelled": {"success": false, "orderID": "A",
                                  "description": "Order not found"}, "matched": []}
                                """));
        assertThat(edited.cancelled().success()).isFalse();
        assertThat(edited.placed()).isNull();
    }

    @Test
    void anAnswerOfTheSocketSaysWhen() {
        Reply<?> reply = Reply.of(Json.read("{\"data\": [], \"sequence\": 7, \"epoch\": 3}"));
        assertThat(reply.sequence()).isEqualTo(7);
        assertThat(reply.epoch()).isEqualTo(3);
        assertThat(Reply.of(Json.read("{\"data\": []}")).epoch()).isEqualTo(-1);
    }

    @Test
    void amountsOfBetsAreStringsAndStayExact() {
        MatchedBet bet =
                MatchedBet.of(
                        Json.read(
                                """
                                {"game": {"id": "G"}, "id": "A", "txID": "T",
                                 "type": "moneyline", "participantID": "P",
                                 "odds": 140, "bet": 5, "risk": "5.05", "win": "6.93",
                                 "origin": "wager", "wagerRequestID": "W"}
                                """));
        assertThat(bet.risk()).isEqualTo(new BigDecimal("5.05"));
        assertThat(bet.win()).isEqualTo(new BigDecimal("6.93"));
    }
}
