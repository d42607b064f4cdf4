package io.tocsin.app.wiring;

import org.springframework.beans.BeansException;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;

/** Something that Tocsin needs did not start. The message is for people. */
public final class StartException extends RuntimeException {

    StartException(RuntimeException failure) {
        super(message(failure), failure);
    }

    private static String message(Throwable failure) {
        if (failure instanceof PortInUseException port) {
            return "Port " + port.getPort() + " is taken. Stop what listens there, or set another under console.port.";
        }
        boolean wrapper = failure instanceof BeansException || failure instanceof ApplicationContextException;
        Throwable cause = failure.getCause();
        if (wrapper && cause != null) {
            return message(cause);
        }
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }
}
