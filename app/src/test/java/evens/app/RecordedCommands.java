package evens.app;

import evens.model.Command;
import evens.model.Event;
import evens.model.Gateway;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Keeps each command that was executed under the number of the step that it became. */
final class RecordedCommands {
    private final Map<Long, Command> bySequence = new ConcurrentHashMap<>();

    /** The same way into the log, and each command that is answered is kept. */
    Gateway around(Gateway log) {
        return new Gateway() {
            @Override
            public void submit(Command command, Sender sender, Reply reply) {
                log.submit(command, sender, new Keeping(command, reply));
            }

            @Override
            public boolean isReady() {
                return log.isReady();
            }
        };
    }

    /** Null if the step was no command, but something that came due. */
    @Nullable Command of(long sequence) {
        return bySequence.get(sequence);
    }

    private final class Keeping implements Gateway.Reply {
        private final Command command;
        private final Gateway.Reply reply;

        Keeping(Command command, Gateway.Reply reply) {
            this.command = command;
            this.reply = reply;
        }

        @Override
        public void answered(long sequence, List<Event> events) {
            bySequence.put(sequence, command);
            reply.answered(sequence, events);
        }

        @Override
        public void refused(Gateway.Refusal refusal) {
            reply.refused(refusal);
        }
    }
}
