package evens.edge.orders;

import evens.model.Command;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as bytes that are the same if and only if the same is asked for: its name and all its
 * fields. When and on which connection it was asked is left out.
 */
final class Canonical {
    private static final String CONNECTION = "connection";

    private Canonical() {}

    static byte[] bytes(Command command) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            write(command, new DataOutputStream(bytes));
        } catch (IOException | ReflectiveOperationException impossible) {
            throw new IllegalStateException("memory can be written, records read", impossible);
        }
        return bytes.toByteArray();
    }

    private static void write(@Nullable Object value, DataOutputStream out)
            throws IOException, ReflectiveOperationException {
        switch (value) {
            case null -> out.writeByte('0');
            case Long number -> {
                out.writeByte('l');
                out.writeLong(number);
            }
            case Integer number -> {
                out.writeByte('i');
                out.writeInt(number);
            }
            case Boolean flag -> out.writeByte(flag ? 't' : 'f');
            case Enum<?> constant -> text('e', constant.name(), out);
            case String text -> text('s', text, out);
            case List<?> list -> {
                out.writeByte('[');
                out.writeInt(list.size());
                for (Object element : list) {
                    write(element, out);
                }
            }
            case Record fields -> writeFields(fields, out);
            default -> throw new IllegalStateException("a field of " + value.getClass());
        }
    }

    private static void writeFields(Record fields, DataOutputStream out)
            throws IOException, ReflectiveOperationException {
        text('r', fields.getClass().getSimpleName(), out);
        for (RecordComponent component : fields.getClass().getRecordComponents()) {
            boolean isHow =
                    component.getType() == Command.Stamp.class
                            || component.getName().equals(CONNECTION);
            if (!isHow) {
                write(component.getAccessor().invoke(fields), out);
            }
        }
    }

    private static void text(char kind, String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
