package evens.edge.people;

import evens.edge.admin.AccountOpening;
import evens.edge.admin.Fields;
import evens.edge.admin.PersonFields;
import evens.edge.limits.Allowance;
import evens.edge.limits.Limits;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.model.Identity;
import evens.model.Identity.NewPerson;
import evens.model.Identity.Person;
import evens.model.Identity.Terms;
import evens.model.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens an account for whoever asks, without money and without credit, where that is allowed. */
public final class SignupRoute {
    private static final Terms TERMS =
            new Terms(0, Money.MAX_AMOUNT, PersonFields.COMMISSION_PPM, 0);

    private final Identity identity;
    private final AccountOpening opening;
    private final Entry entry;
    private final Limits limits;
    private final boolean allowed;

    public SignupRoute(
            Identity identity,
            AccountOpening opening,
            Entry entry,
            Limits limits,
            boolean allowed) {
        this.identity = identity;
        this.opening = opening;
        this.entry = entry;
        this.limits = limits;
        this.allowed = allowed;
    }

    public List<Route> routes() {
        return List.of(Route.post("/user/signup", Needs.NOBODY, Fields.answering(this::signUp)));
    }

    private void signUp(Call call) throws Fields.Refused {
        if (!allowed) {
            call.fail(403, "accounts are opened by an operator here");
            return;
        }
        NewPerson person = PersonFields.person(Fields.ignoringOthers(call), false);
        Allowance allowance = limits.login(call.caller(), person.username());
        if (!allowance.granted()) {
            call.throttled(allowance.seconds());
            return;
        }
        opening.open(person, TERMS)
                .whenComplete((result, _) -> call.onLoop(() -> answer(call, result)));
    }

    private void answer(Call call, AccountOpening.@Nullable Result result) {
        switch (result) {
            case AccountOpening.Result.Opened opened -> logIn(call, opened.person());
            case AccountOpening.Result.NameTaken _ ->
                    call.fail(409, "the username or the email is taken");
            case AccountOpening.Result.Rejected rejected -> call.fail(rejected.reject());
            case AccountOpening.Result.Delayed _ ->
                    call.fail(503, "the account will be opened as soon as the log takes it");
            case null -> call.fail(503, "accounts can not be written now");
        }
    }

    private void logIn(Call call, Person person) {
        identity.newToken(person)
                .whenComplete((token, _) ->
                        call.onLoop(() -> {
                            if (token == null) {
                                call.fail(503, "the account is open; log in later");
                            } else {
                                entry.answer(call, person, token);
                            }
                        }));
    }
}
