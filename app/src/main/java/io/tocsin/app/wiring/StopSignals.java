package io.tocsin.app.wiring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Ends the process in an order of our choice when it is told to stop.
 *
 * <p>The JVM runs all shutdown hooks at once, and one of them, of the ONNX Runtime, frees its native memory while texts
 * are still being read with it, which aborts the process. So a signal first closes what runs, and then ends the process
 * without hooks. A second signal does not wait.
 */
public final class StopSignals {
    private static final Map<String, Integer> NUMBERS = Map.of("HUP", 1, "INT", 2, "TERM", 15);
    private static final int KILLED_BY = 128;

    private static final AtomicReference<Runnable> CLOSING = new AtomicReference<>(() -> {});
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private StopSignals() {}

    /** From now on a signal to stop ends this process with 128 and its number, as a shell says it. */
    public static void handle() {
        try {
            for (Map.Entry<String, Integer> signal : NUMBERS.entrySet()) {
                handle(signal.getKey(), () -> stop(KILLED_BY + signal.getValue()));
            }
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            // A platform without these signals, or a JVM whose options keep them: they do what they do there.
        }
    }

    /** What is closed before a signal ends the process; replaces what was told before. */
    public static void closeFirst(Runnable closing) {
        CLOSING.set(closing);
    }

    private static void stop(int status) {
        try {
            if (STOPPING.compareAndSet(false, true)) {
                CLOSING.get().run();
            }
        } finally {
            Runtime.getRuntime().halt(status);
        }
    }

    /** By reflection, because javac warns about this class, which has no other place in the JDK, in every other way. */
    private static void handle(String signal, Runnable action) throws ReflectiveOperationException {
        Class<?> type = Class.forName("sun.misc.Signal");
        Class<?> handlerType = Class.forName("sun.misc.SignalHandler");
        InvocationHandler onSignal = (proxy, method, arguments) -> {
            action.run();
            return null;
        };
        Object handler = Proxy.newProxyInstance(handlerType.getClassLoader(), new Class<?>[] {handlerType}, onSignal);
        type.getMethod("handle", type, handlerType)
                .invoke(null, type.getConstructor(String.class).newInstance(signal), handler);
    }
}
