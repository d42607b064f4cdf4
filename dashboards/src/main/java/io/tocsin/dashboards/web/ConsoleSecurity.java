package io.tocsin.dashboards.web;

import io.tocsin.dashboards.web.LoginController.Notice;
import io.tocsin.dashboards.web.ThrottledLogin.TooManyAttempts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.FormLoginConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.session.SessionRegistry;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;

/** Who may see which page, and what a browser may do with it. */
final class ConsoleSecurity {
    static final String CONTENT_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private final SessionRegistry sessions;

    ConsoleSecurity(SessionRegistry sessions) {
        this.sessions = sessions;
    }

    SecurityFilterChain chain(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(pages -> pages.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/ack/*", "/webjars/**", "/console/**")
                        .permitAll()
                        .requestMatchers("/password")
                        .authenticated()
                        .anyRequest()
                        .hasRole(ConsoleUsers.STAFF))
                .exceptionHandling(errors -> errors.defaultAuthenticationEntryPointFor(
                                ConsoleSecurity::sendToLogin, new RequestHeaderRequestMatcher("HX-Request"))
                        .accessDeniedHandler(ConsoleSecurity::denied))
                .formLogin(ConsoleSecurity::login)
                .logout(logout -> logout.logoutSuccessUrl(LoginController.address(Notice.GOODBYE)))
                .sessionManagement(session -> session.sessionConcurrency(many -> many.maximumSessions(-1)
                        .sessionRegistry(sessions)
                        .expiredSessionStrategy(ended -> sendToLogin(ended.getRequest(), ended.getResponse(), null))))
                .headers(ConsoleSecurity::headers)
                .build();
    }

    private static void login(FormLoginConfigurer<HttpSecurity> form) {
        SavedRequestAwareAuthenticationSuccessHandler back = new SavedRequestAwareAuthenticationSuccessHandler();
        back.setRedirectStrategy((request, response, url) -> response.sendRedirect(withoutHost(url)));
        form.loginPage("/login").successHandler(back).failureHandler(ConsoleSecurity::failed);
    }

    /** The host of an address comes from the Host header, which can be forged. */
    private static String withoutHost(String url) {
        URI uri = URI.create(url);
        return uri.getRawQuery() == null ? uri.getRawPath() : uri.getRawPath() + "?" + uri.getRawQuery();
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        response.sendRedirect(
                why instanceof TooManyAttempts many
                        ? LoginController.address(Notice.WAIT) + "&minutes=" + many.minutes()
                        : LoginController.address(Notice.FAILED));
    }

    /** A script that asks for a part of a page must not get the log-in page for it: the browser goes there instead. */
    private static void sendToLogin(
            HttpServletRequest request, HttpServletResponse response, @Nullable AuthenticationException why)
            throws IOException {
        if (request.getHeader("HX-Request") == null) {
            response.sendRedirect("/login");
        } else {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        }
    }

    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof CsrfException && request.getRequestURI().equals("/login")) {
            response.sendRedirect(LoginController.address(Notice.STALE));
        } else if (why instanceof CsrfException) {
            request.setAttribute(ErrorPages.KIND, ErrorPages.Kind.STALE);
            response.sendError(HttpStatus.FORBIDDEN.value());
        } else if (request.isUserInRole(ConsoleUsers.NEWCOMER)) {
            response.sendRedirect("/password");
        } else {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
    }
}
