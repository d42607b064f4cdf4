package io.tocsin.alerting.channel.email;

import io.tocsin.alerting.notify.Sentences;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.messageresolver.AbstractMessageResolver;

/** Gives the templates the sentences of the module's own bundle. */
final class Messages extends AbstractMessageResolver {
    static final String BUNDLE = "io.tocsin.alerting.channel.email.messages";

    @Override
    public String resolveMessage(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        return Sentences.of(BUNDLE, context.getLocale()).say(key, arguments == null ? new Object[0] : arguments);
    }

    @Override
    public String createAbsentMessageRepresentation(
            ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
        throw new IllegalStateException("no sentence has the key " + key);
    }
}
