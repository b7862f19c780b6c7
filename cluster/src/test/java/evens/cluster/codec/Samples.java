package evens.cluster.codec;

import evens.model.Command;
import evens.model.Event;
import evens.model.Events;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes records of every kind, so that no kind is forgotten when one is added. */
public final class Samples {
    private static final String[] TEXTS = {"", "a", "réf €", "one two three", "日本"};

    /** Stands for a version of which all is random. */
    private static final int NEW = 0;

    private Samples() {}

    /** Every kind of command. */
    static List<Class<?>> commands() {
        return Arrays.asList(Command.class.getPermittedSubclasses());
    }

    /** Every kind of event. */
    static List<Class<?>> events() {
        return Arrays.asList(Event.class.getPermittedSubclasses());
    }

    /** A record with random parts; what may be missing is so now and then. */
    static Object random(Class<?> kind, Random random) throws ReflectiveOperationException {
        return make(kind, random, NEW);
    }

    /** The same record every time, with all parts different. */
    static Object fixed(Class<?> kind) throws ReflectiveOperationException {
        return fixed(kind, Younger.VERSION);
    }

    /** The same, as it is read from the bytes of a version of the schema. */
    static Object fixed(Class<?> kind, int version) throws ReflectiveOperationException {
        return make(kind, new Random(kind.getSimpleName().hashCode()), version);
    }

    private static Object make(Class<?> kind, Random random, int version)
            throws ReflectiveOperationException {
        RecordComponent[] components = kind.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        @Nullable Object[] parts = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            Younger younger = version == NEW ? null : Younger.of(kind, components[i].getName());
            if (younger == null) {
                parts[i] = part(components[i], random, version);
            } else if (version < younger.since()) {
                parts[i] = younger.before();
            } else {
                parts[i] = younger.sample();
            }
        }
        Constructor<?> constructor = kind.getDeclaredConstructor(types);
        return constructor.newInstance(parts);
    }

    private static @Nullable Object part(RecordComponent component, Random random, int version)
            throws ReflectiveOperationException {
        if (mayBeMissing(component) && random.nextInt(3) == 0) {
            return null;
        }
        Class<?> type = component.getType();
        if (type == long.class || type == Long.class) {
            return random.nextLong();
        }
        if (type == int.class || type == Integer.class) {
            return random.nextInt();
        }
        if (type == boolean.class || type == Boolean.class) {
            return random.nextBoolean();
        }
        if (type == String.class) {
            return TEXTS[random.nextInt(TEXTS.length)];
        }
        if (type.isEnum()) {
            // not by chance: a constant that is appended must not change what is made
            return type.getEnumConstants()[1];
        }
        if (type == List.class) {
            return list(component.getGenericType(), random, version);
        }
        if (type == Command.class) { // any but the one that it is part of
            return make(
                    version == NEW ? inner(random) : Command.CancelOrders.class, random, version);
        }
        return make(type, random, version);
    }

    private static boolean mayBeMissing(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Class<?> inner(Random random) {
        List<Class<?>> kinds = new ArrayList<>(commands());
        kinds.remove(Command.Once.class);
        return kinds.get(random.nextInt(kinds.size()));
    }

    private static List<Object> list(Type type, Random random, int version)
            throws ReflectiveOperationException {
        Class<?> of = (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0];
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            list.add(of.isRecord() ? make(of, random, version) : one(of, random));
        }
        return list;
    }

    private static Object one(Class<?> of, Random random) {
        return of == Long.class ? (Object) random.nextLong() : TEXTS[random.nextInt(TEXTS.length)];
    }

    /** Calls the method that belongs to the event, whose parameters are its parts in order. */
    public static void tell(Event event, Events events) throws ReflectiveOperationException {
        List<@Nullable Object> arguments = new ArrayList<>();
        flatten(event, arguments);
        String kind = event.getClass().getSimpleName();
        String name = Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
        for (Method method : Events.class.getMethods()) {
            if (method.getName().equals(name) && Modifier.isAbstract(method.getModifiers())) {
                method.invoke(events, arguments.toArray());
                return;
            }
        }
        throw new AssertionError("no method " + name);
    }

    private static void flatten(Object value, List<@Nullable Object> arguments)
            throws ReflectiveOperationException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = component.getAccessor().invoke(value);
            if (component.getName().equals("reference")) {
                byte[] bytes =
                        part == null ? null : ((String) part).getBytes(StandardCharsets.UTF_8);
                arguments.add(bytes);
                arguments.add(bytes == null ? 0 : bytes.length);
            } else if (part instanceof Event.Maker || part instanceof Event.Taker) {
                flatten(part, arguments);
            } else {
                arguments.add(part);
            }
        }
    }
}
