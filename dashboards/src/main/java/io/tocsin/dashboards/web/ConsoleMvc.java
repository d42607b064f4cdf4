package io.tocsin.dashboards.web;

import java.util.List;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.mvc.support.DefaultHandlerExceptionResolver;

/** How requests are handled, where the console differs from what Spring does by itself. */
final class ConsoleMvc implements WebMvcConfigurer {

    /** Every page can be asked for in another language by {@code ?language=}. */
    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor languages = new LocaleChangeInterceptor();
        languages.setParamName("language");
        languages.setIgnoreInvalidLocale(true);
        registry.addInterceptor(languages);
    }

    /** What people typed does not belong into a log: the warning about a bad request would quote it. */
    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        for (HandlerExceptionResolver resolver : resolvers) {
            if (resolver instanceof DefaultHandlerExceptionResolver badRequests) {
                badRequests.setWarnLogCategory("");
            }
        }
    }
}
