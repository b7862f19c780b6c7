package evens.edge.wire;

import evens.edge.view.AccountRow;
import evens.model.Identity.Person;
import evens.model.Ids;
import evens.model.Money;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;

/** A user: who it is, and what the log says of the account. */
public final class UserShape {
    private UserShape() {}

    /** {@code {"user": ...}}. */
    public static void write(Person person, AccountRow account, JsonGenerator out) {
        out.writeStartObject();
        out.writeObjectPropertyStart("user");
        writeKeys(person, account, out);
        out.writeEndObject();
        out.writeEndObject();
    }

    /** The same with the token of somebody who just came in. */
    public static void writeLogin(
            Person person, AccountRow account, String token, JsonGenerator out) {
        out.writeStartObject();
        out.writeObjectPropertyStart("user");
        writeKeys(person, account, out);
        out.writeStringProperty("auth", token);
        out.writeStringProperty("email", person.email());
        out.writeObjectPropertyStart("passwordSecurityChecks");
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndObject();
    }

    /** All keys of a user, without the braces, so that others can be added. */
    public static void writeKeys(Person person, AccountRow account, JsonGenerator out) {
        BigDecimal balance = Money.dollars(account.balance());
        out.writeStringProperty("id", Ids.ACCOUNT.hex(person.account()));
        out.writeStringProperty("username", person.username());
        out.writeStringProperty("type", "p2p");
        out.writeStringProperty("oddsFormat", "american");
        out.writeNumberProperty("displayBalance", balance);
        out.writeNumberProperty("balance", balance);
        out.writeNumberProperty("creditLimit", Money.dollars(account.creditLimit()));
        out.writeNumberProperty("liability", Money.dollars(account.liability()));
        out.writeNumberProperty("available", Money.dollars(account.available()));
        out.writeNumberProperty("commissionCharged", Money.dollars(account.commissionPpm()));
        out.writeNumberProperty("maxLiability", Money.dollars(account.maxLiability()));
        out.writeObjectPropertyStart("matchedVolume");
        out.writeEndObject();
        out.writeObjectPropertyStart("openInterest");
        out.writeEndObject();
        out.writeBooleanProperty("isAdmin", person.admin());
        out.writeBooleanProperty("hasMarketMakerAccess", false);
        out.writeBooleanProperty("isPro", false);
        out.writeBooleanProperty("isDeposit", account.balance() > 0);
        out.writeBooleanProperty("isAlphaUser", false);
        out.writeBooleanProperty("sportsbookDefault", false);
        out.writeBooleanProperty("defaultRotationNumbers", false);
        out.writeBooleanProperty("displayRotationNumbers", false);
        out.writeBooleanProperty("viewOddsWithCommission", false);
        if (account.defaultExpiryMinutes() == 0) {
            out.writeNullProperty("defaultExpiry");
        } else {
            out.writeNumberProperty("defaultExpiry", account.defaultExpiryMinutes());
        }
        out.writeNullProperty("defaultOffer");
        out.writeBooleanProperty("defaultSendOrderMessage", false);
        out.writeNumberProperty("sportsbookMinimumDisplay", 0);
        out.writeBooleanProperty("showChatLastMessage", false);
        out.writeBooleanProperty("yesNoSummary", false);
        out.writeNullProperty("accessCode");
        out.writeNullProperty("code");
        out.writeNullProperty("p2pCode");
        out.writeStringProperty("createdAt", Names.time(person.createdAtMillis()));
        out.writeBooleanProperty("emailConfirmation", false);
        out.writeNumberProperty("epoch", account.epoch());
        out.writeBooleanProperty("latched", account.latched());
    }
}
