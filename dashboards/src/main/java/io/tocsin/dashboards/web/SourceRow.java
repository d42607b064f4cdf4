package io.tocsin.dashboards.web;

import io.tocsin.collector.DoorSettings;
import io.tocsin.collector.source.Problem;
import io.tocsin.collector.source.Source;
import io.tocsin.collector.source.SourceState;
import io.tocsin.collector.source.SourceState.Health;
import org.jspecify.annotations.Nullable;

/**
 * A source and how it is doing.
 *
 * @param recognised as what software it was recognised
 * @param link whether the address can be opened in a browser
 * @param every how often it is read; {@code null} if its posts are brought
 * @param problem what kind of trouble it is in, in the reader's language
 * @param message what happened, where, and what to do next
 * @param messageLanguage what that is written in
 * @param failures how often it has failed since it last went well
 * @param nextTry when a failing source is tried again
 */
record SourceRow(
        String name,
        String kind,
        @Nullable String recognised,
        String address,
        boolean link,
        Health health,
        String healthName,
        @Nullable String every,
        String posts,
        @Nullable Moment lastSuccess,
        @Nullable String problem,
        @Nullable String message,
        @Nullable String messageLanguage,
        int failures,
        @Nullable Moment nextTry) {

    static SourceRow of(Source source, SourceState state, Reader reader) {
        Problem problem = state.problem();
        return new SourceRow(
                source.name(),
                source.kind(),
                state.recognised(),
                source.address(),
                WebLink.isOne(source.address()),
                state.health(),
                reader.say("source.health." + state.health()),
                source.kind().equals(DoorSettings.KIND)
                        ? null
                        : reader.wording().duration(source.every()),
                reader.number(state.posts()),
                reader.momentOrNull(state.lastSuccess()),
                problem == null ? null : reader.say("source.problem." + problem.kind()),
                problem == null ? null : ProblemWords.in(reader.language(), problem.message()),
                problem == null ? null : ProblemWords.languageOf(reader.language(), problem.message()),
                state.failuresInRow(),
                problem == null ? null : reader.momentOrNull(state.notBefore()));
    }
}
