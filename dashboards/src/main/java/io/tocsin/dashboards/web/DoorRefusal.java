package io.tocsin.dashboards.web;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** A call that brought nothing in. The message is for the people who wrote the caller. */
final class DoorRefusal extends RuntimeException {
    private final HttpStatus status;
    private final int retryAfter;

    DoorRefusal(HttpStatus status, String message) {
        this(status, message, 0);
    }

    /** @param retryAfter seconds; 0 if trying again does not help */
    DoorRefusal(HttpStatus status, String message, int retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    ResponseEntity<Map<String, String>> answer() {
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status);
        if (retryAfter > 0) {
            answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(retryAfter));
        }
        if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
            answer.header(HttpHeaders.ACCEPT_ENCODING, DoorBody.GZIP);
        }
        return answer.body(Map.of("error", String.valueOf(getMessage())));
    }
}
