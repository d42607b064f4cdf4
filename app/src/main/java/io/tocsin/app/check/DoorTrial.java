package io.tocsin.app.check;

import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.source.Problem;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the Tocsin that runs what it knows of a caller. No post is brought.
 *
 * @param console what the console's address begins with
 */
public record DoorTrial(DoorSettings door, URI console) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int UNAUTHORIZED = 401;
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What was found.
     *
     * @param address where posts are brought to
     * @param tokenLength the token itself is never shown
     * @param posts how many have come; {@code null} if nobody could be asked
     * @param last when the last one came; {@code null} if none has
     * @param problem what is wrong, and what to do about it; {@code null} if nothing is
     */
    public record Report(
            String address,
            int tokenLength,
            @Nullable Long posts,
            @Nullable String last,
            @Nullable Problem problem) {

        /** Whether a call with this token would be taken. */
        public boolean isGood() {
            return problem == null;
        }
    }

    /** Asks. */
    public Report ask() {
        OkHttpClient client = new OkHttpClient.Builder()
                .followRedirects(false)
                .callTimeout(PATIENCE)
                .build();
        Request request = new Request.Builder()
                .url(address())
                .header("Authorization", "Bearer " + door.token())
                .build();
        try (Response response = client.newCall(request).execute()) {
            return response.isSuccessful()
                    ? known(JSON.readTree(response.body().string()))
                    : unknown(refusal(response.code()));
        } catch (IOException nobody) {
            return unknown(new Problem(
                    Problem.Kind.NETWORK,
                    "Nothing answers at " + address() + ". Start Tocsin with './tocsin run'; if it runs, correct"
                            + " console.url."));
        } catch (JacksonException other) {
            return unknown(somethingElse());
        } finally {
            client.connectionPool().evictAll();
            client.dispatcher().executorService().shutdown();
        }
    }

    private Report known(JsonNode state) {
        if (!state.path("source").asString("").equals(door.name())) {
            return unknown(somethingElse());
        }
        String trouble = state.path("problem").asString(null);
        return new Report(
                address(),
                door.token().length(),
                state.path("posts").asLong(0),
                state.path("last").asString(null),
                trouble == null ? null : new Problem(Problem.Kind.REFUSED, trouble));
    }

    private Report unknown(Problem why) {
        return new Report(address(), door.token().length(), null, null, why);
    }

    private Problem refusal(int status) {
        return status == UNAUTHORIZED
                ? new Problem(
                        Problem.Kind.ACCESS,
                        "The Tocsin at " + address() + " does not know this token: it was started with another"
                                + " configuration. Start it again.")
                : somethingElse();
    }

    private Problem somethingElse() {
        return new Problem(
                Problem.Kind.UNREADABLE,
                "Something else than Tocsin answers at " + address() + ". Correct console.url.");
    }

    private String address() {
        return console.resolve("/api/posts").toString();
    }
}
