package evens.race.judge;

import evens.race.seen.Act;
import java.util.function.Consumer;

final class EverythingIsAnswered implements Rule {
    @Override
    public String says() {
        return "every request is answered, and none by a defect";
    }

    @Override
    public void check(CaseFile file, Consumer<String> found) {
        for (Act act : file.acts()) {
            if (act.answer().defect()) {
                found.accept(act.toString());
            }
        }
    }
}
