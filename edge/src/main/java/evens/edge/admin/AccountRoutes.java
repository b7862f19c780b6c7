package evens.edge.admin;

import evens.edge.orders.OrderDesk;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.rest.Submission;
import evens.edge.view.AccountRow;
import evens.edge.view.View;
import evens.edge.wire.UserShape;
import evens.model.Command;
import evens.model.Command.NewOrder;
import evens.model.Event;
import evens.model.Identity;
import evens.model.Identity.NewPerson;
import evens.model.Identity.Person;
import evens.model.Identity.Terms;
import evens.model.Ids;
import evens.model.Money;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** {@code /admin/accounts}: who may bet, and with what. */
public final class AccountRoutes {
    private static final int MAX_REASON = 1000;

    private final Identity identity;
    private final AccountOpening opening;
    private final OrderDesk desk;
    private final View view;

    public AccountRoutes(Identity identity, AccountOpening opening, OrderDesk desk, View view) {
        this.identity = identity;
        this.opening = opening;
        this.desk = desk;
        this.view = view;
    }

    public List<Route> routes() {
        return List.of(
                Route.post("/admin/accounts", Needs.OPERATOR, OperatorCall.of(this::open)),
                Route.get("/admin/accounts", Needs.OPERATOR, this::find),
                money("/admin/accounts/*/deposit", this::deposit),
                money("/admin/accounts/*/withdraw", this::withdraw),
                money("/admin/accounts/*/adjust", this::adjust),
                Route.post("/admin/accounts/*/logout", Needs.OPERATOR, this::endTokens),
                Route.patch("/admin/accounts/*", Needs.OPERATOR, OperatorCall.of(this::change))
                        .keyed());
    }

    private static Route money(String path, OperatorCall operation) {
        return Route.post(path, Needs.OPERATOR, OperatorCall.of(operation)).keyed();
    }

    private void open(Call call) throws Fields.Refused {
        Fields fields =
                Fields.of(
                        call,
                        "username",
                        "password",
                        "email",
                        "isAdmin",
                        "creditLimit",
                        "maxLiability",
                        "commission",
                        "deposit");
        NewPerson person = PersonFields.person(fields, fields.flag("isAdmin", false));
        Terms terms =
                new Terms(
                        fields.amount("creditLimit", -Money.MAX_AMOUNT, 0, 0L),
                        fields.amount("maxLiability", 0, Money.MAX_AMOUNT, Money.MAX_AMOUNT),
                        (int)
                                fields.amount(
                                        "commission",
                                        0,
                                        Money.MAX_COMMISSION_PPM,
                                        (long) PersonFields.COMMISSION_PPM),
                        fields.amount("deposit", 0, Money.MAX_AMOUNT, 0L));
        opening.open(person, terms)
                .whenComplete((result, _) -> call.onLoop(() -> answer(call, result)));
    }

    private void answer(Call call, AccountOpening.@Nullable Result result) {
        switch (result) {
            case AccountOpening.Result.Opened opened ->
                    call.data(out -> {
                        out.writeStartObject();
                        out.writeName("user");
                        user(opened.person(), out);
                        out.writeEndObject();
                    });
            case AccountOpening.Result.NameTaken _ ->
                    call.fail(409, "the username or the email is taken");
            case AccountOpening.Result.Rejected rejected -> call.fail(rejected.reject());
            case AccountOpening.Result.Delayed _ ->
                    call.fail(503, "the account will be opened as soon as the log takes it");
            case null -> call.fail(503, "accounts can not be written now");
        }
    }

    private void find(Call call) {
        String text = Objects.requireNonNullElse(call.parameter("query"), "");
        identity.find(text)
                .whenComplete((people, _) ->
                        call.onLoop(() -> {
                            if (people == null) {
                                call.fail(503, "accounts can not be read now");
                            } else {
                                call.rows("users", people, this::user);
                            }
                        }));
    }

    private void user(Person person, JsonGenerator out) {
        AccountRow account = view.account(person.account());
        out.writeStartObject();
        UserShape.writeKeys(
                person, account == null ? AccountRow.unopened(person.account()) : account, out);
        out.writeStringProperty("email", person.email());
        out.writeBooleanProperty("banned", account != null && account.banned());
        out.writeEndObject();
    }

    private void deposit(Call call) throws Fields.Refused {
        Fields fields = Fields.of(call, "amount", "reason");
        long amount = fields.amount("amount", 1, Money.MAX_AMOUNT, null);
        fields.text("reason", MAX_REASON);
        post(call, new Command.Deposit(account(call), amount));
    }

    private void withdraw(Call call) throws Fields.Refused {
        Fields fields = Fields.of(call, "amount", "reason");
        long amount = fields.amount("amount", 1, Money.MAX_AMOUNT, null);
        fields.text("reason", MAX_REASON);
        post(call, new Command.Withdraw(account(call), amount));
    }

    private void adjust(Call call) throws Fields.Refused {
        Fields fields = Fields.of(call, "amount", "reason", "force");
        long amount = fields.amount("amount", -Money.MAX_AMOUNT, Money.MAX_AMOUNT, null);
        if (amount == 0) {
            throw new Fields.Refused("amount must not be 0");
        }
        fields.text("reason", MAX_REASON);
        post(call, new Command.Adjust(account(call), amount, fields.flag("force", false)));
    }

    /** The account of the path; the log refuses numbers that are none. */
    private static long account(Call call) {
        String id = call.pathParameter(0);
        return Ids.isWellFormed(id) ? Ids.ACCOUNT.number(id) : Ids.NONE;
    }

    /** Moves money and answers with the posting and the new balance. */
    private void post(Call call, Command command) {
        Submission.of(
                desk,
                call,
                command,
                events -> {
                    switch (events.getFirst()) {
                        case Event.Deposited made -> posted(call, made.amount(), made.balance());
                        case Event.Withdrawn made -> posted(call, -made.amount(), made.balance());
                        case Event.Adjusted made -> posted(call, made.amount(), made.balance());
                        default -> OperatorCall.fail(call, events.getFirst());
                    }
                });
    }

    private static void posted(Call call, long amount, long balance) {
        call.data(out -> {
            out.writeStartObject();
            out.writeNumberProperty("posting", Money.dollars(amount));
            out.writeNumberProperty("balance", Money.dollars(balance));
            out.writeEndObject();
        });
    }

    private void change(Call call) throws Fields.Refused {
        Fields fields =
                Fields.of(
                        call,
                        "creditLimit",
                        "maxLiability",
                        "commission",
                        "banned",
                        "defaultExpiry",
                        "force",
                        "reason");
        fields.optionalText("reason", MAX_REASON);
        long id = account(call);
        Boolean banned = fields.has("banned") ? fields.flag("banned", false) : null;
        Command.ChangeAccount change =
                new Command.ChangeAccount(
                        id,
                        fields.has("creditLimit")
                                ? fields.amount("creditLimit", -Money.MAX_AMOUNT, 0, 0L)
                                : null,
                        fields.has("maxLiability")
                                ? fields.amount("maxLiability", 0, Money.MAX_AMOUNT, 0L)
                                : null,
                        fields.has("commission")
                                ? (int) fields.amount("commission", 0, Money.MAX_COMMISSION_PPM, 0L)
                                : null,
                        banned,
                        fields.isGiven("defaultExpiry")
                                ? fields.integer("defaultExpiry", 0, NewOrder.MAX_EXPIRY_MINUTES, 0)
                                : null,
                        fields.flag("force", false));
        Submission.of(
                desk,
                call,
                change,
                events -> {
                    if (!(events.getFirst() instanceof Event.AccountChanged)) {
                        OperatorCall.fail(call, events.getFirst());
                    } else if (Boolean.TRUE.equals(banned)) {
                        identity.endAllTokens(id)
                                .whenComplete((_, _) -> call.onLoop(() -> answer(call, id)));
                    } else {
                        answer(call, id);
                    }
                });
    }

    private void endTokens(Call call) {
        long id = account(call);
        if (view.account(id) == null) {
            call.fail(404, "account not found");
            return;
        }
        identity.endAllTokens(id)
                .whenComplete((_, failure) ->
                        call.onLoop(() -> {
                            if (failure == null) {
                                answer(call, id);
                            } else {
                                call.fail(503, "tokens can not be ended now");
                            }
                        }));
    }

    private void answer(Call call, long account) {
        identity.person(account)
                .whenComplete((person, _) -> call.onLoop(() -> answer(call, account, person)));
    }

    private void answer(Call call, long account, @Nullable Person person) {
        call.data(out -> {
            out.writeStartObject();
            out.writeName("user");
            user(person == null ? new Person(account, "", null, false, 0) : person, out);
            out.writeEndObject();
        });
    }
}
