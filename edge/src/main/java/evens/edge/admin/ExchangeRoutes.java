package evens.edge.admin;

import evens.edge.orders.OrderDesk;
import evens.edge.rest.Call;
import evens.edge.rest.Route;
import evens.edge.rest.Route.Needs;
import evens.edge.rest.Submission;
import evens.model.Command;
import java.util.List;

/** {@code /admin/suspend} and {@code /admin/resume}: the whole exchange. */
public final class ExchangeRoutes {
    private final OrderDesk desk;

    public ExchangeRoutes(OrderDesk desk) {
        this.desk = desk;
    }

    public List<Route> routes() {
        return List.of(
                Route.post(
                                "/admin/suspend",
                                Needs.OPERATOR,
                                OperatorCall.of(
                                        call -> submit(call, new Command.SuspendExchange(), true)))
                        .keyed(),
                Route.post(
                                "/admin/resume",
                                Needs.OPERATOR,
                                OperatorCall.of(
                                        call -> submit(call, new Command.ResumeExchange(), false)))
                        .keyed());
    }

    private void submit(Call call, Command command, boolean suspended) throws Fields.Refused {
        GameFields.readReason(call);
        Submission.of(
                desk,
                call,
                command,
                _ ->
                        call.data(out -> {
                            out.writeStartObject();
                            out.writeBooleanProperty("suspended", suspended);
                            out.writeEndObject();
                        }));
    }
}
