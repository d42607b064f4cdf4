package io.tocsin.dashboards.web;

import io.tocsin.analyzer.analysis.AnalyzedPost;
import io.tocsin.analyzer.analysis.Posts;
import io.tocsin.collector.Doors;
import io.tocsin.collector.post.Post;
import io.tocsin.collector.post.PostLine;
import io.tocsin.collector.source.SourceException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * Where programs bring posts. The answer is given when what it says is accepted is stored, so that a caller who gets
 * none, or another, brings the same again.
 */
@Controller
final class DoorController {
    private static final Logger log = LoggerFactory.getLogger(DoorController.class);

    static final String PATH = "/api/posts";
    /** More in one call would take longer than callers wait. */
    static final int MOST_POSTS = 5_000;

    /** Bodies and their posts lie in memory. */
    static final int CALLS_AT_ONCE = 4;

    private static final int BUSY_SECONDS = 2;
    private static final int TROUBLE_SECONDS = 10;

    private final Doors doors;
    private final Posts posts;
    private final Semaphore calls = new Semaphore(CALLS_AT_ONCE);

    DoorController(Doors doors, Posts posts) {
        this.doors = doors;
        this.posts = posts;
    }

    @PostMapping(PATH)
    ResponseEntity<Receipt> take(HttpServletRequest request, Principal caller) throws IOException {
        if (!calls.tryAcquire()) {
            throw new DoorRefusal(
                    HttpStatus.TOO_MANY_REQUESTS, "Too many calls at once. Try again later.", BUSY_SECONDS);
        }
        try {
            return take(DoorBody.read(request), caller.getName());
        } catch (SourceException | RuntimeException notNow) {
            throw notNow instanceof DoorRefusal refusal ? refusal : unavailable(notNow);
        } finally {
            calls.release();
        }
    }

    /** What came from this caller, and nobody else. */
    @GetMapping(PATH)
    ResponseEntity<DoorState> look(Principal caller) {
        return ResponseEntity.ok(DoorState.of(doors.state(caller.getName())));
    }

    private ResponseEntity<Receipt> take(List<PostLine> body, String caller) throws SourceException {
        if (body.size() > MOST_POSTS) {
            throw new DoorRefusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "There are " + body.size() + " posts in one call; bring " + MOST_POSTS + " at most.");
        }
        Delivery delivery = Delivery.of(body, stored(body));
        Receipt receipt = delivery.receipt();
        doors.deliver(caller, delivery.posts(), receipt.problem());
        boolean useless = receipt.refused() > 0 && receipt.refused() == body.size();
        return ResponseEntity.status(useless ? HttpStatus.BAD_REQUEST : HttpStatus.OK)
                .body(receipt);
    }

    private Map<String, Post> stored(List<PostLine> body) {
        List<String> ids = body.stream()
                .flatMap(line ->
                        line instanceof PostLine.Good(long number, Post post) ? Stream.of(post.id()) : Stream.empty())
                .distinct()
                .toList();
        return posts.find(ids).stream()
                .map(AnalyzedPost::post)
                .collect(Collectors.toMap(Post::id, Function.identity(), (one, other) -> other));
    }

    @ExceptionHandler(DoorRefusal.class)
    ResponseEntity<Map<String, String>> refused(DoorRefusal refusal) {
        return refusal.answer();
    }

    private static DoorRefusal unavailable(Exception failure) {
        log.error("A call could not be served", failure);
        return new DoorRefusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The posts could not be stored now. Bring all of them again.",
                TROUBLE_SECONDS);
    }
}
