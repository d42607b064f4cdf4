package io.tocsin.collector.connect.reddit;

import io.tocsin.collector.connect.Api;
import io.tocsin.collector.connect.Json;
import io.tocsin.collector.connect.RedditSettings.App;
import io.tocsin.collector.fetch.Content;
import io.tocsin.collector.fetch.Pass;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.SourceException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Logs an app in (RFC 6749, section 4.4), and again when its token has expired or was withdrawn. */
final class RedditLogin {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Api site;
    private @Nullable Pass token;
    private Instant until = Instant.MIN;

    RedditLogin(Api site, App app) {
        this.site = site.with(Pass.basic(app.id(), app.secret(), "app.secret"));
    }

    /** Makes a call with a token that is good now. */
    synchronized Json call(Instant now, Call call) throws SourceException {
        boolean fresh = !now.isBefore(until);
        if (fresh) {
            renew(now);
        }
        try {
            return call.with(Objects.requireNonNull(token));
        } catch (SourceException e) {
            if (fresh || e.problem().kind() != Problem.Kind.ACCESS) {
                throw e;
            }
            renew(now);
            return call.with(Objects.requireNonNull(token));
        }
    }

    private void renew(Instant now) throws SourceException {
        Json answer = site.json(site.path("api/v1/access_token"), Content.form("grant_type=client_credentials"));
        token = Pass.bearer(answer.text("access_token"), "app.secret");
        Long seconds = answer.count("expires_in");
        until = now.plusSeconds(seconds == null ? 0 : seconds).minus(MARGIN);
    }

    /** A call with a token. */
    interface Call {
        Json with(Pass pass) throws SourceException;
    }
}
